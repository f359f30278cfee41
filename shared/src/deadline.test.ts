import fc from 'fast-check';
import { addDays, addWorkdays, calendarKnownUntil, isWorkday, workdaysBetween } from './calendar';
import { dayOf, endOfDay, startOfDay } from './clock';
import { computeDeadline, type DeadlineCase, DeadlineState, LimitUnit, RestDayRule } from './deadline';

const { WORKDAY, DAY, MONTH, YEAR, HOUR } = LimitUnit;
const { MOVES, STANDS } = RestDayRule;
const NOON = (day: string) => new Date(startOfDay(day).getTime() + 12 * 60 * 60 * 1000);

/** 行政许可法§42: twenty working days from acceptance on 2 March 2026, looked at that noon, unless said otherwise. */
const deadline = (given: Partial<DeadlineCase> = {}) =>
  computeDeadline({
    start: '2026-03-02',
    limit: { value: 20, unit: WORKDAY },
    restDay: STANDS,
    basis: '行政许可法§42①、§82',
    now: NOON('2026-03-02'),
    ...given,
  });

test.each([
  ['补正一次性告知, over National Day', '2021-09-30', 5, WORKDAY, STANDS, '2021-10-13'],
  ['许可决定', '2026-03-02', 20, WORKDAY, STANDS, '2026-03-30'],
  ['申请听证, over National Day 2026', '2026-09-30', 5, WORKDAY, STANDS, '2026-10-13'],
  ['行政处罚决定', '2026-03-02', 90, DAY, STANDS, '2026-05-31'],
  ['the same, where its rule lets a Sunday move', '2026-03-02', 90, DAY, MOVES, '2026-06-01'],
  ['缴纳罚款, ending on National Day', '2026-09-16', 15, DAY, MOVES, '2026-10-08'],
  ['缴纳罚款, ending on a Saturday worked in lieu', '2026-09-25', 15, DAY, MOVES, '2026-10-10'],
  ['申请法院强制执行', '2026-11-30', 3, MONTH, STANDS, '2027-02-28'],
  ['追责时效', '2024-02-29', 2, YEAR, STANDS, '2026-02-28'],
  ['即办件', '2026-03-02', 0, DAY, STANDS, '2026-03-02'],
  ['即办件 handed in on a Sunday, in working days', '2026-03-01', 0, WORKDAY, STANDS, '2026-03-02'],
])('%s: from %s, %i %s (%s) end on %s', (_what, start, value, unit, restDay, dueOn) => {
  const due = deadline({ start, limit: { value, unit }, restDay });
  expect(due.dueOn).toBe(dueOn);
  expect(due.dueAt).toEqual(endOfDay(dueOn));
});

test('an instant starts the clock on its day in Shanghai, which is not counted', () => {
  const lastMinute = new Date('2026-03-02T15:59:00Z');
  const nextMinute = new Date('2026-03-02T16:01:00Z');
  expect(deadline({ start: lastMinute, limit: { value: 1, unit: DAY } }).dueOn).toBe('2026-03-03');
  expect(deadline({ start: nextMinute, limit: { value: 1, unit: DAY } }).dueOn).toBe('2026-03-04');
});

test('hours count from the instant, at night and over holidays', () => {
  const start = new Date('2026-09-30T15:30:00Z');
  const due = deadline({ start, limit: { value: 24, unit: HOUR }, restDay: MOVES, now: start });
  expect(due.dueAt.toISOString()).toBe('2026-10-01T15:30:00.000Z');
  expect(due.isProvisional).toBe(false);
});

test.each([
  ['days between', [{ from: '2026-03-09', to: '2026-03-12' }], '2026-04-02'],
  ['weekend only: nothing to give back in working days', [{ from: '2026-03-07', to: '2026-03-09' }], '2026-03-30'],
  ['within one day', [{ from: NOON('2026-03-09'), to: NOON('2026-03-09') }], '2026-03-30'],
  [
    'two that overlap count once',
    [
      { from: '2026-03-09', to: '2026-03-12' },
      { from: '2026-03-10', to: '2026-03-13' },
    ],
    '2026-04-03',
  ],
  ['before the start', [{ from: '2026-02-01', to: '2026-03-01' }], '2026-03-30'],
  ['after the due day', [{ from: '2026-03-31', to: '2026-04-30' }], '2026-03-30'],
  ['begun on the last day', [{ from: NOON('2026-03-30'), to: NOON('2026-04-01') }], '2026-04-01'],
])('a suspension stops the clock: %s', (_what, suspensions, dueOn) => {
  expect(deadline({ suspensions, now: NOON('2026-05-01') }).dueOn).toBe(dueOn);
});

test('months are suspended by days', () => {
  const limit = { value: 1, unit: MONTH };
  const now = NOON('2026-05-01');
  expect(deadline({ limit, now, suspensions: [{ from: '2026-03-10', to: '2026-03-20' }] }).dueOn).toBe('2026-04-12');
  expect(deadline({ limit, now, suspensions: [{ from: '2026-04-02', to: '2026-04-06' }] }).dueOn).toBe('2026-04-06');
});

test('hours are suspended to the millisecond, overlaps once, and what lay before the start not at all', () => {
  const start = new Date('2026-03-02T00:00:00Z');
  const at = (time: string) => new Date(`2026-03-02T${time}Z`);
  const suspensions = [
    { from: at('03:00:00'), to: at('05:30:00') },
    { from: at('04:00:00'), to: at('06:00:00') },
    { from: new Date('2026-03-01T00:00:00Z'), to: at('01:00:00') },
    { from: at('23:00:00'), to: null },
  ];
  const due = deadline({ start, limit: { value: 6, unit: HOUR }, suspensions, now: at('02:00:00') });
  expect(due.dueAt.toISOString()).toBe('2026-03-02T10:00:00.000Z');
});

test('while a suspension is open the due day moves with the days', () => {
  const suspensions = [{ from: NOON('2026-03-09') }];
  const first = deadline({ suspensions, now: NOON('2026-03-10') });
  const later = deadline({ suspensions, now: NOON('2026-06-01') });
  expect(first).toMatchObject({ state: DeadlineState.SUSPENDED, dueOn: '2026-03-31' });
  expect(later.state).toBe(DeadlineState.SUSPENDED);
  expect(workdaysBetween('2026-06-01', later.dueOn)).toBe(workdaysBetween('2026-03-10', first.dueOn));
});

test('an extension adds to the limit and names its basis', () => {
  const extensions = [{ limit: { value: 10, unit: WORKDAY }, basis: '行政许可法§42①但书' }];
  const extended = deadline({ extensions });
  expect(extended.dueOn).toBe(addWorkdays('2026-03-02', 30));
  expect(extended.basis).toBe('行政许可法§42①、§82；行政许可法§42①但书');
});

test('months are added together before they are counted, another unit after', () => {
  const limit = { value: 1, unit: MONTH };
  const by = (value: number, unit: LimitUnit) => [{ limit: { value, unit }, basis: 'x' }];
  expect(deadline({ start: '2026-01-31', limit, extensions: by(1, MONTH) }).dueOn).toBe('2026-03-31');
  expect(deadline({ start: '2026-01-31', limit, extensions: by(3, DAY) }).dueOn).toBe('2026-03-03');
});

test.each([
  ['before the due instant', { now: endOfDay('2026-03-30') }, DeadlineState.RUNNING],
  ['after it', { now: startOfDay('2026-03-31') }, DeadlineState.OVERDUE],
  ['done at the last instant', { now: NOON('2026-06-01'), metAt: endOfDay('2026-03-30') }, DeadlineState.MET],
  ['done late', { now: NOON('2026-06-01'), metAt: startOfDay('2026-03-31') }, DeadlineState.OVERDUE],
  ['suspended now', { now: NOON('2026-03-11'), suspensions: [{ from: '2026-03-09', to: '2026-03-12' }] }, DeadlineState.SUSPENDED],
  ['resumed', { now: NOON('2026-03-12'), suspensions: [{ from: '2026-03-09', to: '2026-03-12' }] }, DeadlineState.RUNNING],
  ['suspended too late', { now: NOON('2026-04-02'), suspensions: [{ from: '2026-03-31' }] }, DeadlineState.OVERDUE],
  [
    'done while suspended',
    { now: NOON('2026-09-01'), suspensions: [{ from: '2026-03-09' }], metAt: NOON('2026-07-01') },
    DeadlineState.MET,
  ],
] satisfies [string, Partial<DeadlineCase>, DeadlineState][])('%s it is as it should be', (_what, given, state) => {
  expect(deadline(given).state).toBe(state);
});

test('a deadline beyond the published holidays is provisional only if it hangs on them', () => {
  const start = calendarKnownUntil();
  expect(deadline({ start }).isProvisional).toBe(true);
  expect(deadline({ start, limit: { value: 30, unit: DAY }, restDay: MOVES }).isProvisional).toBe(true);
  expect(deadline({ start, limit: { value: 30, unit: DAY }, restDay: STANDS }).isProvisional).toBe(false);
  expect(deadline().isProvisional).toBe(false);
});

test.each([
  ['a fraction', { limit: { value: 1.5, unit: DAY } }],
  ['less than nothing', { limit: { value: -1, unit: DAY } }],
  ['hours that start on a day', { limit: { value: 24, unit: HOUR } }],
  [
    'hours extended by days',
    { start: NOON('2026-03-02'), limit: { value: 24, unit: HOUR }, extensions: [{ limit: { value: 1, unit: DAY }, basis: 'x' }] },
  ],
  ['days extended by hours', { limit: { value: 1, unit: DAY }, extensions: [{ limit: { value: 24, unit: HOUR }, basis: 'x' }] }],
] satisfies [string, Partial<DeadlineCase>][])('%s is a mistake in the rule', (_what, given) => {
  expect(() => deadline(given)).toThrow(RangeError);
});

const starts = fc.integer({ min: 0, max: 7000 }).map((n) => addDays('2005-01-01', n));
const units = fc.constantFrom(WORKDAY, DAY, MONTH);
const values = fc.integer({ min: 1, max: 30 });

test('a suspension never brings a deadline forward, and gives back no more than it took, but for rest days', () => {
  fc.assert(
    fc.property(starts, values, fc.nat(60), fc.nat(40), (start, value, after, length) => {
      const from = addDays(start, after);
      const given = { start, limit: { value, unit: DAY }, now: NOON('2030-01-01') };
      const plain = deadline(given).dueOn;
      const suspended = deadline({ ...given, suspensions: [{ from, to: addDays(from, length) }] }).dueOn;
      // The start day is not counted, so a pause that begins on it takes one day less.
      const taken = after === 0 ? Math.max(0, length - 1) : length;
      expect(suspended).toBe(from <= plain ? addDays(plain, taken) : plain);
    }),
  );
});

test('a rule that moves ends on the first working day on or after the one that stands', () => {
  fc.assert(
    fc.property(starts, values, units, (start, value, unit) => {
      const stands = deadline({ start, limit: { value, unit }, restDay: STANDS }).dueOn;
      const moves = deadline({ start, limit: { value, unit }, restDay: MOVES }).dueOn;
      expect(isWorkday(moves)).toBe(true);
      expect(moves >= stands).toBe(true);
      expect(workdaysBetween(addDays(stands, -1), moves)).toBe(1);
    }),
  );
});

test('a later start is never due earlier', () => {
  fc.assert(
    fc.property(starts, fc.nat(20), values, units, (start, delay, value, unit) => {
      const dueFrom = (day: string) => deadline({ start: day, limit: { value, unit }, restDay: MOVES }).dueOn;
      expect(dueFrom(addDays(start, delay)) >= dueFrom(start)).toBe(true);
    }),
  );
});

test('due instants are the ends of due days', () => {
  fc.assert(
    fc.property(starts, values, units, (start, value, unit) => {
      const { dueAt, dueOn } = deadline({ start, limit: { value, unit } });
      expect(dayOf(dueAt)).toBe(dueOn);
    }),
  );
});
