import type { Clock } from '@township-graph/shared/clock';
import type { Done } from '@township-graph/shared/command/commands';
import type { RequestContext } from '@township-graph/shared/context';
import { staleVersion } from '@township-graph/shared/stale-version';
import { recordStep, type TimelineSubject } from '@township-graph/shared/timeline/timeline';
import type { EntityManager } from 'typeorm';
import { Appointment } from './appointment.entity';
import type { AppointmentAction } from './appointment.enums';
import { APPOINTMENT_MOVES } from './appointment.status';

export const subjectOfAppointment = ({ id, divisionCode }: Appointment): TimelineSubject => ({ type: 'Appointment', id, divisionCode });

/** What becomes of an appointment when its number, its service point or its day ends; nothing, where there is none. The caller holds the queue that the number is in. */
export async function settleAppointment(
  tx: EntityManager,
  clock: Clock,
  context: Pick<RequestContext, 'viewer'>,
  id: string | null,
  action: AppointmentAction,
  note?: string,
): Promise<Pick<Done<unknown>, 'on' | 'events'>> {
  const appointment = id === null ? null : await tx.findOneByOrFail(Appointment, { id });
  if (!appointment) return { on: [], events: [] };
  const now = clock();
  const { startsAt, endsAt, state: from, version } = appointment;
  const state = APPOINTMENT_MOVES.next(from, action, { startsAt, endsAt, now });
  const { affected } = await tx.update(Appointment, { id: appointment.id, version }, { state, endedAt: now, version: version + 1 });
  if (affected !== 1) throw staleVersion(version);
  await recordStep(tx, clock, context, subjectOfAppointment(appointment), { action, from, to: state, note });
  return doneOnAppointment(Object.assign(appointment, { state, endedAt: now, version: version + 1 }), `APPOINTMENT_${state}`);
}

/** What a command on an appointment says that it did. */
export function doneOnAppointment(appointment: Appointment, type: string): Done<Appointment> {
  const { id, divisionCode, servicePointId, day, slot, state, version } = appointment;
  return {
    result: appointment,
    on: [subjectOfAppointment(appointment)],
    events: [{ type, subjectType: 'Appointment', subjectId: id, divisionCode, payload: { servicePointId, day, slot, state, version } }],
  };
}
