import { DomainError, NotFound } from '@township-graph/shared/errors';

export const appointmentNotFound = () => new NotFound({ zh: '该预约', en: 'Appointment' });

export const noAppointments = () =>
  new DomainError('CONFLICT', 'NO_APPOINTMENTS', { zh: '该服务点未开放预约', en: 'This service point takes no appointments' });

export const closedThatDay = (day: string) =>
  new DomainError('BAD_USER_INPUT', 'CLOSED_THAT_DAY', { zh: '该日不办公，不能预约', en: 'No appointments on a day of rest' }, { day });

export const noSuchSlot = (slots: readonly string[]) =>
  new DomainError('BAD_USER_INPUT', 'NO_SUCH_SLOT', { zh: '该日没有此预约时段', en: 'There is no such slot on that day' }, { slots });

export const slotPassed = () =>
  new DomainError('BAD_USER_INPUT', 'SLOT_PASSED', { zh: '该时段已开始或已过', en: 'The slot has begun or is over' });

export const beyondHorizon = (until: string) =>
  new DomainError('BAD_USER_INPUT', 'BEYOND_HORIZON', { zh: `目前可预约至 ${until}`, en: `One may book until ${until}` }, { until });

export const slotFull = () => new DomainError('CONFLICT', 'SLOT_FULL', { zh: '该时段已约满', en: 'The slot is full' });

export const alreadyBooked = () =>
  new DomainError('CONFLICT', 'ALREADY_BOOKED', { zh: '该人已预约此时段', en: 'This person has booked that slot already' });

export const matterNotHere = () =>
  new DomainError('BAD_USER_INPUT', 'MATTER_NOT_HERE', {
    zh: '该事项当日不在此服务点办理',
    en: 'This matter is not handled at the service point on that day',
  });

export const capacityBelowBooked = () =>
  new DomainError('CONFLICT', 'CAPACITY_BELOW_BOOKED', {
    zh: '可预约数不能少于已预约数',
    en: 'A slot cannot take fewer than have booked it',
  });

export const slotsBooked = () =>
  new DomainError('CONFLICT', 'SLOTS_BOOKED', {
    zh: '已有今后的预约，不能改变时段长度',
    en: 'There are bookings ahead: the length of slots cannot change',
  });
