import type { Clock } from '@township-graph/shared/clock';
import { sees, type Viewer } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { outsideDuty } from '../service-point/service-point.errors';
import { ServiceWindow } from './service-window.entity';
import { WindowState } from './service-window.enums';
import { notAtWindow, windowNotFound, windowNotOpen } from './service-window.errors';

/** The window that a command is to act at; refused where the viewer has no duty. */
export async function ownWindow(tx: EntityManager, viewer: Viewer, id: string, clock: Clock): Promise<ServiceWindow> {
  const window = await tx.findOneBy(ServiceWindow, { id });
  if (window?.id !== id) throw windowNotFound();
  if (!sees(viewer, window.divisionCode, clock)) throw outsideDuty(window.divisionCode);
  return window;
}

/** The window as it is while its queue is held, if it is open and the viewer sits at it. */
export async function windowOfClerk(tx: EntityManager, viewer: Viewer, id: string): Promise<ServiceWindow> {
  const window = await tx.findOneByOrFail(ServiceWindow, { id });
  if (window.state !== WindowState.OPEN) throw windowNotOpen(window.state);
  if (!window.isHeldBy(viewer)) throw notAtWindow();
  return window;
}
