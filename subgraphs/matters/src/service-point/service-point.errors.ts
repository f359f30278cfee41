import { DomainError, NotFound } from '@township-graph/shared/errors';

/** So many are named in an answer. */
const MOST_NAMED = 100;

export const servicePointNotFound = () => new NotFound({ zh: '该服务点', en: 'Service point' });

/** A service point is public, so whoever may not act there is told why. */
export const outsideDuty = (divisionCode: string) =>
  new DomainError(
    'FORBIDDEN',
    'OUTSIDE_DIVISIONS',
    { zh: '该服务点不在您的管辖范围内', en: 'The service point is outside your divisions' },
    { divisionCode },
  );

/** Nothing goes on any more at one that is closed for good. */
export const servicePointClosed = (closedOn: string | null) =>
  new DomainError('CONFLICT', 'SERVICE_POINT_CLOSED', { zh: '该服务点已撤销', en: 'The service point is closed for good' }, { closedOn });

/** People go by the name, and would go to the wrong one. */
export const nameTaken = (servicePointId: string | null) =>
  new DomainError(
    'CONFLICT',
    'SERVICE_POINT_NAME_TAKEN',
    { zh: '本区划内已有同名服务点', en: 'Another service point of the division has this name' },
    { servicePointId },
  );

/** Who waits or will come is told off by name, or not at all: nobody is sent away unseen. */
export const servicePointBusy = (numbers: readonly string[], appointments: readonly string[]) =>
  new DomainError(
    'CONFLICT',
    'SERVICE_POINT_BUSY',
    {
      zh: `仍有 ${numbers.length} 个等候号、${appointments.length} 个预约：请先处理，或在请求中逐一列明取消`,
      en: `${numbers.length} numbers wait and ${appointments.length} appointments are booked: see to them, or name each of them to be cancelled`,
    },
    {
      waiting: numbers.length,
      booked: appointments.length,
      numbers: numbers.slice(0, MOST_NAMED),
      appointments: appointments.slice(0, MOST_NAMED),
    },
  );

export const bookedOutsideHours = (appointments: readonly string[]) =>
  new DomainError(
    'CONFLICT',
    'BOOKED_OUTSIDE_HOURS',
    {
      zh: `有 ${appointments.length} 个预约不在新的开放时间内，请先改约或取消`,
      en: `${appointments.length} appointments lie outside the new hours: cancel or rebook them first`,
    },
    { booked: appointments.length, appointments: appointments.slice(0, MOST_NAMED) },
  );

export const tierDisagrees = (tier: string, digits: readonly number[]) =>
  new DomainError(
    'BAD_USER_INPUT',
    'TIER_DISAGREES',
    {
      zh: `该层级服务点的区划代码须为 ${digits.join('、')} 位`,
      en: `The division of such a service point has ${digits.join(', ')} digits`,
    },
    { tier, digits },
  );

export const hoursUnclear = () =>
  new DomainError('BAD_USER_INPUT', 'HOURS_UNCLEAR', {
    zh: '须填写开放时间；24 小时开放的自助终端不填',
    en: 'Say the opening hours, and none of a kiosk that is open around the clock',
  });

export const hoursMalformed = () =>
  new DomainError('BAD_USER_INPUT', 'HOURS_MALFORMED', {
    zh: '开放时间：星期为 1–7 且不重复，时间为 HH:MM，开始早于结束，结束至多 24:00',
    en: 'Hours have weekdays from 1 to 7, each once, and times as HH:MM, opening before they close, at 24:00 at the latest',
  });

export const hoursOverlap = (weekday: number) =>
  new DomainError('BAD_USER_INPUT', 'HOURS_OVERLAP', { zh: '同一天的开放时段重叠', en: 'Hours of one day overlap' }, { weekday });

export const notAroundTheClock = () =>
  new DomainError('BAD_USER_INPUT', 'NOT_A_KIOSK', {
    zh: '只有自助终端可 24 小时开放',
    en: 'Only a kiosk is open around the clock',
  });

export const outOfRange = (argument: string, minimum: number, maximum: number) =>
  new DomainError(
    'BAD_USER_INPUT',
    'OUT_OF_RANGE',
    { zh: `${argument} 须在 ${minimum} 至 ${maximum} 之间`, en: `${argument} must be between ${minimum} and ${maximum}` },
    { argument, minimum, maximum },
  );
