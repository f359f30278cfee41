import type { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { plannedDeadline } from '@township-graph/shared/deadlines/planned-deadline';
import type { Appointment } from './appointment.entity';
import { AppointmentState } from './appointment.enums';

/** Who has booked comes before the slot is over. */
export function appointmentDeadline({ id, state, bookedAt, endsAt, checkedInAt }: Appointment, now: Date): CaseDeadline {
  const isLapsed = state === AppointmentState.CANCELLED && checkedInAt === null;
  const due = { startedAt: bookedAt, dueAt: endsAt, metAt: checkedInAt, isLapsed };
  return plannedDeadline({ subjectId: id, kind: 'ARRIVAL', ...due, basis: '预约时段（服务点接待规则）' }, now);
}
