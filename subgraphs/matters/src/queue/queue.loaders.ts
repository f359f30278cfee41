import { NestedConnections } from '@township-graph/shared/connection';
import { oneByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { QueueTicketRepository } from './queue-ticket.repository';

/** Batches for one request. */
export function queueLoaders(tickets: QueueTicketRepository, viewer: Viewer) {
  return {
    ticketById: tickets.byKey(viewer, 'id'),
    ticketByAppointment: tickets.byKey(viewer, 'appointmentId'),
    ticketByWindow: oneByKey(
      (windowIds: readonly string[]) => tickets.atWindows(viewer, windowIds),
      ({ windowId }) => windowId!,
    ),
    ticketsByPoint: new NestedConnections(tickets.ofPoint(viewer)),
    standingByPoint: oneByKey(
      (pointIds: readonly string[]) => tickets.standingOf(pointIds),
      ({ servicePointId }) => servicePointId,
    ),
  };
}
