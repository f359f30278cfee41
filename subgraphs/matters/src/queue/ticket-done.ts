import type { Done } from '@township-graph/shared/command/commands';
import type { Step, TimelineSubject } from '@township-graph/shared/timeline/timeline';
import type { QueueTicket } from './queue-ticket.entity';
import { TICKET_MOVES } from './queue-ticket.status';

export const subjectOfTicket = ({ id, divisionCode }: QueueTicket): TimelineSubject => ({ type: 'QueueTicket', id, divisionCode });

/** Where its course begins. */
export const TAKEN: Step = { action: 'TAKE', from: null, to: TICKET_MOVES.initial };

/** What a command on a number says that it did. */
export function doneOnTicket(ticket: QueueTicket, type: string): Done<QueueTicket> {
  const { id, divisionCode, servicePointId, number, state, windowId, version } = ticket;
  return {
    result: ticket,
    on: [subjectOfTicket(ticket)],
    events: [
      { type, subjectType: 'QueueTicket', subjectId: id, divisionCode, payload: { servicePointId, number, state, windowId, version } },
    ],
  };
}

/** The same, with what became of the appointment behind the number. */
export function withOutcome(done: Done<QueueTicket>, { on, events = [] }: Pick<Done<unknown>, 'on' | 'events'>): Done<QueueTicket> {
  return { ...done, on: [...done.on, ...on], events: [...(done.events ?? []), ...events] };
}
