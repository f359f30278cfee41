import { isWithin, limitText, TimeUnit } from './time-limit';

const { WORKDAY, DAY } = TimeUnit;

test.each([
  [0, WORKDAY, 0, WORKDAY, true],
  [20, WORKDAY, 20, WORKDAY, true],
  [21, WORKDAY, 20, WORKDAY, false],
  [20, WORKDAY, 60, DAY, true],
  [5, WORKDAY, 7, DAY, true],
  [6, WORKDAY, 7, DAY, false],
  [5, DAY, 5, WORKDAY, true],
  [6, DAY, 5, WORKDAY, false],
  [8, DAY, 6, WORKDAY, true],
])('a promise of %i %s against a limit of %i %s: %s', (promised, promisedUnit, statutory, statutoryUnit, expected) => {
  expect(isWithin({ value: promised, unit: promisedUnit }, { value: statutory, unit: statutoryUnit })).toBe(expected);
});

test('limits read as people write them', () => {
  expect([0, 1, 20].map((value) => limitText({ value, unit: WORKDAY }))).toEqual(['当场办结', '1个工作日', '20个工作日']);
  expect(limitText({ value: 60, unit: DAY })).toBe('60日');
});
