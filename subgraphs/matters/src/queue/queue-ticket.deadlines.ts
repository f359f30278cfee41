import { endOfDay } from '@township-graph/shared/clock';
import type { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { plannedDeadline } from '@township-graph/shared/deadlines/planned-deadline';
import type { QueueTicket } from './queue-ticket.entity';
import { TicketState } from './queue-ticket.enums';

/** Whoever missed the call or gave the number back waits for nothing any more. */
const GIVEN_UP: readonly TicketState[] = [TicketState.NO_SHOW, TicketState.CANCELLED];

/** A number holds on its day: until then somebody has to begin to serve it. */
export function ticketDeadline({ id, day, state, takenAt, servingAt }: QueueTicket, now: Date): CaseDeadline {
  const due = { startedAt: takenAt, dueAt: endOfDay(day), metAt: servingAt, isLapsed: GIVEN_UP.includes(state) };
  return plannedDeadline({ subjectId: id, kind: 'SERVICE', ...due, basis: '排队号当日有效（服务点接待规则）' }, now);
}
