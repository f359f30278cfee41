import { dayOf } from '@township-graph/shared/clock';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { holdQueue } from './queue-hold.entity';
import { QueueTicket } from './queue-ticket.entity';
import { TICKET_MOVES } from './queue-ticket.status';
import { categoryOf, ticketNumber } from './ticket-number';

export type NewTicket = Pick<
  QueueTicket,
  'servicePointId' | 'divisionCode' | 'kind' | 'visitorName' | 'visitorPhone' | 'appointmentId' | 'takenAt'
>;

const NOT_CALLED_YET = { windowId: null, clerk: null, callCount: 0, calledAt: null, servingAt: null, endedAt: null, version: 1 } as const;

/** Gives out the next number of its series. The queue is held, so the greatest number that is there is the last, and what is rolled back leaves no gap. */
export async function issueTicket(tx: EntityManager, wanted: NewTicket): Promise<QueueTicket> {
  const { servicePointId, kind, appointmentId, takenAt } = wanted;
  const day = dayOf(takenAt);
  const place = await holdQueue(tx, servicePointId, day);
  const category = categoryOf(kind, appointmentId !== null);
  const sequence = ((await tx.maximum(QueueTicket, 'sequence', { servicePointId, day, category })) ?? 0) + 1;
  const ticket = Object.assign(new QueueTicket(), NOT_CALLED_YET, wanted, {
    id: uuid(),
    day,
    category,
    sequence,
    number: ticketNumber(category, sequence),
    priority: appointmentId === null ? 0 : 1,
    place,
    state: TICKET_MOVES.initial,
  });
  await tx.insert(QueueTicket, ticket);
  return ticket;
}
