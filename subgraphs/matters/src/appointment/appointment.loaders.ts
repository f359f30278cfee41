import { NestedConnections } from '@township-graph/shared/connection';
import { manyByKey } from '@township-graph/shared/loader';
import type { Viewer } from '@township-graph/shared/viewer';
import type { AppointmentRepository } from './appointment.repository';

/** The key of one day of one service point. */
export const pointDayKey = (servicePointId: string, day: string) => `${servicePointId}#${day}`;

/** Batches for one request. */
export function appointmentLoaders(appointments: AppointmentRepository, viewer: Viewer) {
  return {
    appointmentById: appointments.byKey(viewer, 'id'),
    appointmentsByPoint: new NestedConnections(appointments.ofPoint(viewer)),
    bookingsByPointDay: manyByKey(
      (keys: readonly string[]) => {
        const parts = keys.map((key) => key.split('#'));
        return appointments.bookingsOf([...new Set(parts.map(([id]) => id!))], [...new Set(parts.map(([, day]) => day!))]);
      },
      ({ servicePointId, day }) => pointDayKey(servicePointId, day),
    ),
  };
}
