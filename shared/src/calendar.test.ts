import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addWorkdays,
  addYears,
  calendarKnownUntil,
  daysBetween,
  isDay,
  isStatutoryHoliday,
  isWorkday,
  parseDay,
  workdayOnOrAfter,
  workdaysBetween,
} from './calendar';

const days = fc.integer({ min: 0, max: 8400 }).map((n) => addDays('2004-01-01', n));

test.each([
  ['2021-10-07', false, 'the last day of the National Day holiday'],
  ['2021-10-08', true, 'the Friday after it'],
  ['2021-10-09', true, 'the Saturday worked in lieu'],
  ['2021-10-10', false, 'an ordinary Sunday'],
  ['2026-10-01', false, 'National Day'],
  ['2026-10-10', true, 'the Saturday worked in lieu'],
  ['2026-10-11', false, 'an ordinary Sunday'],
  ['2026-11-20', true, 'an ordinary Friday'],
])('%s is a working day: %s (%s)', (day, expected) => {
  expect(isWorkday(day)).toBe(expected);
});

test.each([
  ['2026-10-01', true, 'a Thursday'],
  ['2026-10-03', true, 'its Saturday'],
  ['2026-10-10', false, 'the Saturday worked in lieu'],
  ['2026-10-11', false, 'an ordinary Sunday'],
])('%s lies in a statutory holiday: %s (%s)', (day, expected) => {
  expect(isStatutoryHoliday(day)).toBe(expected);
});

test('the calendar is known to the end of a published year, and at least for 2026', () => {
  expect(calendarKnownUntil()).toMatch(/^\d{4}-12-31$/);
  expect(calendarKnownUntil() >= '2026-12-31').toBe(true);
});

test('beyond the published calendar, Monday to Friday are working days', () => {
  const firstUnknown = addDays(calendarKnownUntil(), 1);
  for (let n = 0; n < 366; n += 1) {
    const day = addDays(firstUnknown, n);
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    expect(isWorkday(day)).toBe(weekday >= 1 && weekday <= 5);
  }
});

test.each([
  ['2021-09-30', 1, '2021-10-08'],
  ['2021-09-30', 2, '2021-10-09'],
  ['2021-09-30', 3, '2021-10-11'],
  ['2026-09-30', 3, '2026-10-10'],
  ['2026-11-20', 1, '2026-11-23'],
  ['2026-11-21', 5, '2026-11-27'],
  ['2021-10-09', -1, '2021-10-08'],
  ['2021-10-08', -1, '2021-09-30'],
  ['2026-11-21', 0, '2026-11-21'],
])('%s and %i working days is %s', (day, n, expected) => {
  expect(addWorkdays(day, n)).toBe(expected);
});

test('going n working days forward from a working day and back again returns to it', () => {
  fc.assert(
    fc.property(days.filter(isWorkday), fc.integer({ min: 0, max: 120 }), (day, n) => {
      const later = addWorkdays(day, n);
      expect(addWorkdays(later, -n)).toBe(day);
      expect(workdaysBetween(day, later)).toBe(n);
    }),
  );
});

test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 10_001, -10_001])('%d working days cannot be counted', (n) => {
  expect(() => addWorkdays('2026-11-20', n)).toThrow(RangeError);
});

test.each([
  ['2026-11-21', '2026-11-23'],
  ['2026-11-20', '2026-11-20'],
  ['2021-10-01', '2021-10-08'],
  ['2026-10-10', '2026-10-10'],
])('the first working day on or after %s is %s', (day, expected) => {
  expect(workdayOnOrAfter(day)).toBe(expected);
});

test.each([
  ['2024-01-31', 1, '2024-02-29'],
  ['2025-01-31', 1, '2025-02-28'],
  ['2026-08-31', 3, '2026-11-30'],
  ['2026-11-21', 3, '2027-02-21'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-12-15', 12, '2027-12-15'],
])('%s and %i months is %s', (day, n, expected) => {
  expect(addMonths(day, n)).toBe(expected);
});

test('29 February has its anniversary on 28 February', () => {
  expect(addYears('2024-02-29', 2)).toBe('2026-02-28');
  expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
});

test('days are added and counted alike', () => {
  fc.assert(fc.property(days, fc.integer({ min: -3000, max: 3000 }), (day, n) => daysBetween(day, addDays(day, n)) === n));
});

test.each(['2025-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '20260101', '2026-11-21T00:00', '', '+02026-01-01'])(
  '"%s" is not a day',
  (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => parseDay(text)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', reason: 'MALFORMED_DAY' }));
  },
);

test('a leap day is a day', () => {
  expect(parseDay('2024-02-29')).toBe('2024-02-29');
});
