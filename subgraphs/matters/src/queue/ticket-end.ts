import type { Clock } from '@township-graph/shared/clock';
import type { Done } from '@township-graph/shared/command/commands';
import type { RequestContext } from '@township-graph/shared/context';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import type { EntityManager } from 'typeorm';
import type { AppointmentAction } from '../appointment/appointment.enums';
import { settleAppointment } from '../appointment/appointment-outcome';
import { QueueTicket } from './queue-ticket.entity';
import type { TicketAction } from './queue-ticket.enums';
import { TICKET_MOVES } from './queue-ticket.status';
import { doneOnTicket, subjectOfTicket, withOutcome } from './ticket-done';

/** How a number ends that nobody asked to end, and the appointment behind it. */
export interface TicketEnd {
  readonly action: TicketAction;
  readonly event: string;
  readonly outcome: AppointmentAction;
  readonly note?: string;
}

const NO_CALLS = { made: 0, needed: 0 };

/** Ends a number, with the appointment behind it. The caller holds the queue that it is in. */
export async function endTicket(
  tx: EntityManager,
  clock: Clock,
  context: Pick<RequestContext, 'viewer'>,
  ticket: QueueTicket,
  { action, event, outcome, note }: TicketEnd,
): Promise<Done<QueueTicket>> {
  const { id, state: from, version, appointmentId } = ticket;
  const change = { state: TICKET_MOVES.next(from, action, NO_CALLS), endedAt: clock(), version: version + 1 };
  await tx.update(QueueTicket, { id, version }, change);
  await recordStep(tx, clock, context, subjectOfTicket(ticket), { action, from, to: change.state, note });
  const done = doneOnTicket(Object.assign(ticket, change), event);
  return withOutcome(done, await settleAppointment(tx, clock, context, appointmentId, outcome, note));
}
