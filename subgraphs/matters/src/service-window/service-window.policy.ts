import type { Clock } from '@township-graph/shared/clock';
import { holds, sees, type Viewer } from '@township-graph/shared/viewer';
import type { ServiceWindow } from './service-window.entity';
import { WindowAction } from './service-window.enums';

/** A window is public; who sits at it is for those who read the queues of its division. */
export function canSeeClerk(viewer: Viewer, { divisionCode }: ServiceWindow, clock: Clock): boolean {
  return holds(viewer, 'matters:read') && sees(viewer, divisionCode, clock);
}

/** Who opens a window sits at it. After that it is that clerk's; whoever manages the point may close it after somebody who forgot. */
export function mayMoveWindow(viewer: Viewer, window: ServiceWindow, action: WindowAction, clock: Clock): boolean {
  if (!holds(viewer, 'matters:handle') || !sees(viewer, window.divisionCode, clock)) return false;
  if (action === WindowAction.OPEN || window.isHeldBy(viewer)) return true;
  return action === WindowAction.CLOSE && holds(viewer, 'matters:manage');
}
