import { type EntityManager, MoreThan } from 'typeorm';
import { Appointment } from './appointment.entity';
import { AppointmentState } from './appointment.enums';

/** Who has booked and may still come, by slot. The caller holds the plan of the service point. */
export function appointmentsAhead(tx: EntityManager, servicePointId: string, now: Date): Promise<Appointment[]> {
  return tx.find(Appointment, {
    where: { servicePointId, state: AppointmentState.BOOKED, endsAt: MoreThan(now) },
    order: { startsAt: 'ASC', id: 'ASC' },
  });
}
