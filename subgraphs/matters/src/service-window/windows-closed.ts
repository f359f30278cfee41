import { type Clock, dayOf, startOfDay } from '@township-graph/shared/clock';
import type { Done } from '@township-graph/shared/command/commands';
import type { RequestContext } from '@township-graph/shared/context';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import { type EntityManager, type FindOptionsWhere, In, LessThan, Not } from 'typeorm';
import { QueueTicket } from '../queue/queue-ticket.entity';
import { AT_WINDOW } from '../queue/queue-ticket.status';
import { releaseTickets } from '../queue/ticket-release';
import { ServiceWindow } from './service-window.entity';
import { WindowAction, WindowState } from './service-window.enums';
import { WINDOW_MOVES } from './service-window.status';
import { doneOnWindow, subjectOfWindow } from './window-done';

const NOT_CLOSED: FindOptionsWhere<ServiceWindow> = { state: Not(WindowState.CLOSED) };

type Context = Pick<RequestContext, 'viewer'>;

/** Closes every window of a service point that closes. The caller holds its queue, and nobody is at a window. */
export async function closeWindowsOf(
  tx: EntityManager,
  clock: Clock,
  context: Context,
  servicePointId: string,
  note: string,
): Promise<Done<ServiceWindow>[]> {
  return close(tx, clock, context, await tx.findBy(ServiceWindow, { ...NOT_CLOSED, servicePointId }), note);
}

/** Closes the windows that somebody left open on a day before; not those at which somebody is, who leaves them later. The caller holds the queue of today. */
export async function closeWindowsLeftOpen(
  tx: EntityManager,
  clock: Clock,
  context: Context,
  servicePointId: string,
): Promise<Done<ServiceWindow>[]> {
  const day = dayOf(clock());
  const left = await tx.findBy(ServiceWindow, { ...openedBefore(day), servicePointId });
  const atWindow = await tx.findBy(QueueTicket, { servicePointId, day, state: In(AT_WINDOW) });
  const busy = new Set(atWindow.map(({ windowId }) => windowId));
  const idle = left.filter(({ id }) => !busy.has(id));
  return close(tx, clock, context, idle, null);
}

/** Left open or paused since a day before this one. */
export const openedBefore = (day: string): FindOptionsWhere<ServiceWindow> => ({ ...NOT_CLOSED, openedAt: LessThan(startOfDay(day)) });

async function close(
  tx: EntityManager,
  clock: Clock,
  context: Context,
  windows: readonly ServiceWindow[],
  note: string | null,
): Promise<Done<ServiceWindow>[]> {
  const done = [];
  for (const window of windows) {
    const { id, state: from, version } = window;
    const action = WindowAction.CLOSE;
    const state = WINDOW_MOVES.next(from, action);
    const change = { state, clerk: null, openedAt: null, version: version + 1 };
    await tx.update(ServiceWindow, { id, version }, change);
    await recordStep(tx, clock, context, subjectOfWindow(window), { action, from, to: state, note });
    done.push(doneOnWindow(Object.assign(window, change), `WINDOW_${action}`, await releaseTickets(tx, clock, context, window)));
  }
  return done;
}
