import { describeEnum } from '@township-graph/shared/described-enum';

export enum AppointmentState {
  BOOKED = 'BOOKED',
  CHECKED_IN = 'CHECKED_IN',
  SERVED = 'SERVED',
  NO_SHOW = 'NO_SHOW',
  CANCELLED = 'CANCELLED',
  EXPIRED = 'EXPIRED',
}

describeEnum(
  AppointmentState,
  'AppointmentState',
  { en: 'State of an appointment', zh: '预约状态' },
  {
    BOOKED: { en: 'Booked', zh: '已预约' },
    CHECKED_IN: { en: 'There, and holds a number', zh: '已签到取号' },
    SERVED: { en: 'Served', zh: '已办理' },
    NO_SHOW: { en: 'Did not come', zh: '爽约' },
    CANCELLED: { en: 'Called off', zh: '已取消' },
    EXPIRED: { en: 'They came, and the day ended before they were served', zh: '已到场，当日未办理' },
  },
);

export enum AppointmentAction {
  CHECK_IN = 'CHECK_IN',
  CANCEL = 'CANCEL',
  MARK_NO_SHOW = 'MARK_NO_SHOW',
  SERVE = 'SERVE',
  MISS_CALL = 'MISS_CALL',
  GIVE_BACK = 'GIVE_BACK',
  EXPIRE = 'EXPIRE',
}

describeEnum(
  AppointmentAction,
  'AppointmentAction',
  { en: 'What can be done with an appointment', zh: '预约可执行操作' },
  {
    CHECK_IN: { en: 'checkInAppointment', zh: '签到取号' },
    CANCEL: { en: 'cancelAppointment', zh: '取消预约' },
    MARK_NO_SHOW: { en: 'markAppointmentNoShow', zh: '标记爽约' },
    SERVE: { en: 'Done when its number is served', zh: '所取号办结' },
    MISS_CALL: { en: 'Done when its number is a no-show', zh: '所取号过号' },
    GIVE_BACK: { en: 'Done when its number is cancelled', zh: '所取号取消' },
    EXPIRE: { en: 'Done when its number expires', zh: '所取号当日失效' },
  },
);
