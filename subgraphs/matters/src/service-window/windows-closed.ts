import type { Clock } from '@township-graph/shared/clock';
import type { Done } from '@township-graph/shared/command/commands';
import type { RequestContext } from '@township-graph/shared/context';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import { type EntityManager, Not } from 'typeorm';
import { ServiceWindow } from './service-window.entity';
import { WindowAction, WindowState } from './service-window.enums';
import { WINDOW_MOVES } from './service-window.status';
import { doneOnWindow, subjectOfWindow } from './window-done';

/** Closes every window of a service point that closes. The caller holds its queue, and nobody is at a window. */
export async function closeWindowsOf(
  tx: EntityManager,
  clock: Clock,
  context: RequestContext,
  servicePointId: string,
  note: string,
): Promise<Done<ServiceWindow>[]> {
  const done = [];
  for (const window of await tx.findBy(ServiceWindow, { servicePointId, state: Not(WindowState.CLOSED) })) {
    const { id, state: from, version } = window;
    const action = WindowAction.CLOSE;
    const state = WINDOW_MOVES.next(from, action);
    const change = { state, clerk: null, openedAt: null, version: version + 1 };
    await tx.update(ServiceWindow, { id, version }, change);
    await recordStep(tx, clock, context, subjectOfWindow(window), { action, from, to: state, note });
    done.push(doneOnWindow(Object.assign(window, change), `WINDOW_${action}`));
  }
  return done;
}
