import type { Clock } from '@township-graph/shared/clock';
import { holds, sees, type Viewer } from '@township-graph/shared/viewer';
import type { Appointment } from './appointment.entity';
import type { AppointmentAction } from './appointment.enums';
import { APPOINTMENT_MOVES, BY_NUMBER } from './appointment.status';

/** What the viewer can do with the appointment now. */
export function appointmentActions(viewer: Viewer, appointment: Appointment, clock: Clock): AppointmentAction[] {
  const { state, startsAt, endsAt, divisionCode } = appointment;
  if (!holds(viewer, 'matters:handle') || !sees(viewer, divisionCode, clock)) return [];
  const time = { startsAt, endsAt, now: clock() };
  return APPOINTMENT_MOVES.availableActions(state, time).filter((action) => !BY_NUMBER.includes(action));
}
