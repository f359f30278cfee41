import type { Clock } from '@township-graph/shared/clock';
import { holds, sees, type Viewer } from '@township-graph/shared/viewer';
import type { ServiceWindow } from '../service-window/service-window.entity';
import type { QueueTicket } from './queue-ticket.entity';
import { TicketAction } from './queue-ticket.enums';
import { type Calls, TICKET_MOVES } from './queue-ticket.status';

/** What the queue itself decides; nobody does it to one number. */
const OF_THE_QUEUE: readonly TicketAction[] = [TicketAction.CALL, TicketAction.RELEASE, TicketAction.EXPIRE];

/** What the viewer can do with the number now: only the clerk at its window deals with it, but whoever handles may take it back. */
export function ticketActions(
  viewer: Viewer,
  ticket: QueueTicket,
  window: ServiceWindow | null,
  calls: Calls,
  clock: Clock,
): TicketAction[] {
  if (!holds(viewer, 'matters:handle') || !sees(viewer, ticket.divisionCode, clock)) return [];
  const isAtWindow = window?.state === 'OPEN' && window.isHeldBy(viewer);
  return TICKET_MOVES.availableActions(ticket.state, calls).filter(
    (action) => !OF_THE_QUEUE.includes(action) && (isAtWindow || action === TicketAction.CANCEL),
  );
}
