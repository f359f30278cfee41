import { machineFaults } from '@township-graph/shared/state-machine';
import { AppointmentAction, AppointmentState } from './appointment.enums';
import { APPOINTMENT_MOVES } from './appointment.status';

const startsAt = new Date('2026-09-28T01:00:00Z');
const endsAt = new Date('2026-09-28T02:00:00Z');
const at = (time: string) => ({ startsAt, endsAt, now: new Date(`2026-09-28T${time}Z`) });

test('the moves of an appointment are sound', () => {
  const finals = [AppointmentState.SERVED, AppointmentState.NO_SHOW, AppointmentState.CANCELLED, AppointmentState.EXPIRED];
  expect(machineFaults(APPOINTMENT_MOVES, { states: Object.values(AppointmentState), finals })).toEqual([]);
});

test.each([
  ['00:29:59', ['CANCEL']],
  ['00:30:00', ['CHECK_IN', 'CANCEL']],
  ['01:59:59', ['CHECK_IN', 'CANCEL']],
  ['02:00:00', ['CANCEL', 'MARK_NO_SHOW']],
])('at %s what is booked for one o’clock can %j', (time, actions) => {
  expect(APPOINTMENT_MOVES.availableActions(AppointmentState.BOOKED, at(time))).toEqual(actions);
});

test.each(['SERVED', 'NO_SHOW', 'CANCELLED', 'EXPIRED'] as const)('%s is the end', (state) => {
  expect(APPOINTMENT_MOVES.availableActions(state as AppointmentState, at('01:30:00'))).toEqual([]);
});

test('who has checked in goes the way of the number', () => {
  expect(APPOINTMENT_MOVES.availableActions(AppointmentState.CHECKED_IN, at('01:30:00'))).toEqual([
    AppointmentAction.SERVE,
    AppointmentAction.MISS_CALL,
    AppointmentAction.GIVE_BACK,
    AppointmentAction.EXPIRE,
  ]);
});
