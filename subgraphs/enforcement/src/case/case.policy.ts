import type { Clock } from '@township-graph/shared/clock';
import { divisionsOf, type Viewer } from '@township-graph/shared/viewer';

/** Whether a viewer acts for the organ of a division: its duty is that very division. Those above read, and do not act. */
export function actsFor(viewer: Viewer, divisionCode: string, clock: Clock): boolean {
  return divisionsOf(viewer, clock).includes(divisionCode);
}
