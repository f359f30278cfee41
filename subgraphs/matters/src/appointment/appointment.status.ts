import { defineMachine, type MoveRefusal, refusal } from '@township-graph/shared/state-machine';
import { AppointmentAction, AppointmentState } from './appointment.enums';

/** When the slot is, and what time it is. */
export interface SlotTime {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly now: Date;
}

/** How long before its slot somebody may already take the number. */
export const EARLY_MINUTES = 30;

function notInTime({ startsAt, endsAt, now }: SlotTime): MoveRefusal | null {
  if (now.getTime() < startsAt.getTime() - EARLY_MINUTES * 60_000)
    return refusal(
      'CHECK_IN_TOO_EARLY',
      `最早可在预约时段前 ${EARLY_MINUTES} 分钟签到`,
      `Check in ${EARLY_MINUTES} minutes before the slot`,
    );
  return now < endsAt ? null : refusal('CHECK_IN_TOO_LATE', '预约时段已过，请现场取号', 'The slot is over; take a number on the spot');
}

function notOver({ endsAt, now }: SlotTime): MoveRefusal | null {
  return now >= endsAt ? null : refusal('SLOT_NOT_OVER', '预约时段尚未结束', 'The slot is not over yet');
}

const { BOOKED, CHECKED_IN, SERVED, NO_SHOW, CANCELLED, EXPIRED } = AppointmentState;

/** The moves of an appointment. Once checked in it goes the way of its number. */
export const APPOINTMENT_MOVES = defineMachine<AppointmentState, AppointmentAction, SlotTime>({
  initial: BOOKED,
  moves: {
    CHECK_IN: { from: [BOOKED], to: CHECKED_IN, guard: notInTime },
    CANCEL: { from: [BOOKED], to: CANCELLED },
    MARK_NO_SHOW: { from: [BOOKED], to: NO_SHOW, guard: notOver },
    SERVE: { from: [CHECKED_IN], to: SERVED },
    MISS_CALL: { from: [CHECKED_IN], to: NO_SHOW },
    GIVE_BACK: { from: [CHECKED_IN], to: CANCELLED },
    // Who came and was not served has not stayed away.
    EXPIRE: { from: [CHECKED_IN], to: EXPIRED },
  },
});

/** Those that follow from what happens to the number. */
export const BY_NUMBER: readonly AppointmentAction[] = [
  AppointmentAction.SERVE,
  AppointmentAction.MISS_CALL,
  AppointmentAction.GIVE_BACK,
  AppointmentAction.EXPIRE,
];
