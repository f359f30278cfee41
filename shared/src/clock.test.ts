import fc from 'fast-check';
import { dayOf, endOfDay, startOfDay, systemClock } from './clock';

test.each([
  ['2026-11-20T15:59:59.999Z', '2026-11-20'],
  ['2026-11-20T16:00:00.000Z', '2026-11-21'],
  ['2026-11-21T00:00:00.000Z', '2026-11-21'],
  ['2025-12-31T16:00:00.000Z', '2026-01-01'],
  ['2024-02-28T16:00:00.000Z', '2024-02-29'],
])('the instant %s falls on %s in Shanghai', (instant, day) => {
  expect(dayOf(new Date(instant))).toBe(day);
});

test('a day runs from midnight to the millisecond before the next midnight, Shanghai time', () => {
  expect(startOfDay('2026-11-21').toISOString()).toBe('2026-11-20T16:00:00.000Z');
  expect(endOfDay('2026-11-21').toISOString()).toBe('2026-11-21T15:59:59.999Z');
});

test('every instant lies within the day that it falls on', () => {
  const instants = fc.date({ min: new Date('1992-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, (instant) => {
      const day = dayOf(instant);
      expect(startOfDay(day).getTime()).toBeLessThanOrEqual(instant.getTime());
      expect(endOfDay(day).getTime()).toBeGreaterThanOrEqual(instant.getTime());
    }),
  );
});

test('a day agrees with the zone database', () => {
  const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
  const instants = fc.date({ min: new Date('1992-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(fc.property(instants, (instant) => dayOf(instant) === shanghai.format(instant)));
});

test('an invalid instant has no day', () => {
  expect(() => dayOf(new Date('soon'))).toThrow(RangeError);
});

test('the system clock tells the present', () => {
  jest.useFakeTimers({ now: new Date('2026-01-05T01:02:03Z') });
  expect(systemClock()).toEqual(new Date('2026-01-05T01:02:03Z'));
  jest.useRealTimers();
});
