import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { calendarKnownUntil, isStatutoryHoliday, isWorkday } from './calendar';
import { startOfDay } from './clock';
import { computeDeadline, LimitUnit, RestDayRule } from './deadline';
import { learnHolidaysFrom } from './holiday-file';

const directory = mkdtempSync(path.join(tmpdir(), 'township-graph-holidays-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const fileOf = (name: string, text: string) => {
  const file = path.join(directory, name);
  writeFileSync(file, text);
  return { HOLIDAYS_FILE: file };
};

const dueOn = (start: string, value: number) =>
  computeDeadline({
    start,
    limit: { value, unit: LimitUnit.WORKDAY },
    restDay: RestDayRule.STANDS,
    basis: '行政许可法§82',
    now: startOfDay(start),
  }).dueOn;

test('a notice that is newer than the release is taken in from a file', () => {
  const known = calendarKnownUntil();
  expect(dueOn('2061-09-30', 1)).toBe('2061-10-03');
  learnHolidaysFrom({});
  expect(calendarKnownUntil()).toBe(known);
  // 2061-10-01 is a Saturday, and so is the 8th, which is worked in lieu.
  const notice = { holidays: { '2061-10-01': '国庆节', '2061-10-03': '国庆节' }, workdays: { '2061-10-08': '国庆节' } };
  learnHolidaysFrom(fileOf('notice.json', JSON.stringify(notice)));
  expect(calendarKnownUntil()).toBe('2061-12-31');
  expect([isStatutoryHoliday('2061-10-03'), isWorkday('2061-10-03'), isWorkday('2061-10-08')]).toEqual([true, false, true]);
  // What was computed before is computed anew.
  expect(dueOn('2061-09-30', 1)).toBe('2061-10-04');
});

test.each([
  ['no JSON', '假期'],
  ['no notice', '{"holidays": {}}'],
  ['a list', '{"holidays": ["2062-10-01"], "workdays": null}'],
  ['a day that is none', '{"holidays": {"2062-10-01": "国庆节", "2062-02-30": "国庆节"}, "workdays": {}}'],
])('%s is refused at the start, by the name of the setting, and nothing of it is taken in', (_, text) => {
  expect(() => learnHolidaysFrom(fileOf('bad.json', text))).toThrow('HOLIDAYS_FILE');
  expect(calendarKnownUntil() < '2062').toBe(true);
});

test('a file that is not there is refused too', () => {
  expect(() => learnHolidaysFrom({ HOLIDAYS_FILE: path.join(directory, 'nowhere.json') })).toThrow('HOLIDAYS_FILE');
});
