import { hoursOn, instantAt, isOpenAt, servesLaterThan } from './opening-hours.rules';

const MORNING = { opens: '08:30', closes: '12:00' };
const AFTERNOON = { opens: '14:30', closes: '17:30' };
const WEEKDAYS = [1, 2, 3, 4, 5];
const office = {
  openingHours: [
    { weekdays: WEEKDAYS, ...AFTERNOON },
    { weekdays: WEEKDAYS, ...MORNING },
  ],
  aroundTheClock: false,
  closedOn: null,
};
const withSaturdays = {
  openingHours: [
    { weekdays: WEEKDAYS, ...MORNING },
    { weekdays: [6], opens: '09:00', closes: '11:00' },
  ],
  aroundTheClock: false,
  closedOn: null,
};
const kiosk = { openingHours: [], aroundTheClock: true, closedOn: null };

test.each([
  ['a working day', '2026-09-28', [MORNING, AFTERNOON]],
  ['a holiday that is a weekday', '2026-10-01', []],
  ['a weekend', '2026-10-18', []],
  ['a Saturday that is worked in lieu', '2026-10-10', [MORNING, AFTERNOON]],
])('an office keeps its hours on %s', (_, day, hours) => expect(hoursOn(office, day)).toEqual(hours));

test.each([
  ['an ordinary Saturday', '2026-10-17', [{ opens: '09:00', closes: '11:00' }]],
  ['a Saturday within a holiday', '2026-10-03', []],
  ['a Saturday that stands for a weekday', '2026-10-10', [MORNING]],
])('who serves on Saturdays keeps other hours on %s', (_, day, hours) => expect(hoursOn(withSaturdays, day)).toEqual(hours));

test('a kiosk around the clock knows no holiday', () => {
  expect(isOpenAt(kiosk, instantAt('2026-10-01', '00:00'))).toBe(true);
  expect(isOpenAt(kiosk, instantAt('2026-10-01', '23:59'))).toBe(true);
});

test.each([
  ['08:29', false, true],
  ['08:30', true, true],
  ['11:59', true, true],
  ['12:00', false, true],
  ['17:29', true, true],
  ['17:30', false, false],
])('at %s an office is open: %s, and will serve that day: %s', (time, open, serves) => {
  const at = instantAt('2026-09-28', time);
  expect(isOpenAt(office, at)).toBe(open);
  expect(servesLaterThan(office, at)).toBe(serves);
});

test('only weekend hours: a Saturday worked in lieu keeps its own', () => {
  const weekendOnly = { openingHours: [{ weekdays: [6], opens: '09:00', closes: '11:00' }], aroundTheClock: false, closedOn: null };
  expect(hoursOn(weekendOnly, '2026-10-10')).toEqual([{ opens: '09:00', closes: '11:00' }]);
});

test('a service point that is closed for good has no hours from that day on, and had them before', () => {
  const closed = { ...office, closedOn: '2026-09-29' };
  expect(hoursOn(closed, '2026-09-28')).toEqual([MORNING, AFTERNOON]);
  expect(hoursOn(closed, '2026-09-29')).toEqual([]);
  expect(hoursOn({ ...kiosk, closedOn: '2026-09-29' }, '2026-10-01')).toEqual([]);
});
