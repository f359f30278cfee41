import { addDays } from '@township-graph/shared/calendar';
import { type Clock, dayOf, startOfDay } from '@township-graph/shared/clock';
import type { Done } from '@township-graph/shared/command/commands';
import type { RequestContext } from '@township-graph/shared/context';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import { type EntityManager, type FindOptionsWhere, In, LessThan, MoreThan, Not } from 'typeorm';
import { QueueTicket } from '../queue/queue-ticket.entity';
import { TicketState } from '../queue/queue-ticket.enums';
import { AT_WINDOW } from '../queue/queue-ticket.status';
import { releaseTickets } from '../queue/ticket-release';
import { servesThroughMidnight } from '../service-point/opening-hours.rules';
import type { ServicePoint } from '../service-point/service-point.entity';
import { ServiceWindow } from './service-window.entity';
import { WindowAction, WindowState } from './service-window.enums';
import { WINDOW_MOVES } from './service-window.status';
import { doneOnWindow, subjectOfWindow } from './window-done';

const NOT_CLOSED: FindOptionsWhere<ServiceWindow> = { state: Not(WindowState.CLOSED) };

type Context = Pick<RequestContext, 'viewer'>;

const MINUTE_MS = 60_000;

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

/**
 * Closes the windows that somebody left open on a day before, and who is at one leaves it later: a hall whose hours run on past
 * midnight is left as it is, and so is a window at which somebody is, or was served within the last minutes. The caller holds the
 * queue of today.
 */
export async function closeWindowsLeftOpen(
  tx: EntityManager,
  clock: Clock,
  context: Context,
  point: ServicePoint,
  idleMinutes: number,
): Promise<Done<ServiceWindow>[]> {
  const now = clock();
  if (servesThroughMidnight(point, now)) return [];
  const left = await tx.findBy(ServiceWindow, { ...openedBefore(dayOf(now)), servicePointId: point.id });
  const busy = await inUse(tx, point.id, now, idleMinutes);
  const idle = left.filter(({ id }) => !busy.has(id));
  return close(tx, clock, context, idle, null);
}

/** The windows at which somebody of today is, or somebody was served since; yesterday’s numbers count, for they are served on past midnight. */
async function inUse(tx: EntityManager, servicePointId: string, now: Date, idleMinutes: number): Promise<ReadonlySet<string | null>> {
  const today = dayOf(now);
  const since = MoreThan(new Date(now.getTime() - idleMinutes * MINUTE_MS));
  const recent = { servicePointId, day: In([addDays(today, -1), today]) };
  const tickets = await tx.findBy(QueueTicket, [
    { servicePointId, day: today, state: In(AT_WINDOW) },
    { ...recent, servingAt: since },
    { ...recent, endedAt: since, state: TicketState.SERVED },
  ]);
  return new Set(tickets.map(({ windowId }) => windowId));
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
