import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Done } from '@township-graph/shared/command/commands';
import type { RequestContext } from '@township-graph/shared/context';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import type { EntityManager } from 'typeorm';
import type { ServiceWindow } from '../service-window/service-window.entity';
import { QueueTicket } from './queue-ticket.entity';
import { TicketAction, TicketState } from './queue-ticket.enums';
import { TICKET_MOVES } from './queue-ticket.status';
import { doneOnTicket, subjectOfTicket } from './ticket-done';

/** Gives those that wait for a window back to all windows of its service point. The caller holds the queue. */
export async function releaseTickets(
  tx: EntityManager,
  clock: Clock,
  context: Pick<RequestContext, 'viewer'>,
  { id }: ServiceWindow,
): Promise<Required<Pick<Done<unknown>, 'on' | 'events'>>> {
  const waiting = await tx.findBy(QueueTicket, { windowId: id, day: dayOf(clock()), state: TicketState.TRANSFERRED });
  const done = [];
  for (const ticket of waiting) {
    const from = ticket.state;
    const change = { state: TICKET_MOVES.next(from, TicketAction.RELEASE, NO_CALLS), windowId: null, version: ticket.version + 1 };
    await tx.update(QueueTicket, { id: ticket.id, version: ticket.version }, change);
    await recordStep(tx, clock, context, subjectOfTicket(ticket), { action: TicketAction.RELEASE, from, to: change.state });
    done.push(doneOnTicket(Object.assign(ticket, change), 'NUMBER_RELEASED'));
  }
  return { on: done.flatMap(({ on }) => on), events: done.flatMap(({ events = [] }) => events) };
}

const NO_CALLS = { made: 0, needed: 0 };
