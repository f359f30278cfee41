import { isWorkday } from '@township-graph/shared/calendar';
import { type ApplicationDay, applicationDays, sizeOf } from './application-days';
import { isMailed, turnAtKiosk, turnElsewhere } from './turns';

const TODAY = '2026-11-26';
const in2020 = (scale: number) => applicationDays(scale, TODAY).filter(({ workdaysAgo }) => workdaysAgo === null);
const recent = (scale: number) => applicationDays(scale, TODAY).filter(({ workdaysAgo }) => workdaysAgo !== null);

function counted(days: readonly ApplicationDay[]) {
  const counts = { all: 0, kiosk: 0, immediate: 0, mailed: 0 };
  for (const { atKiosks, elsewhere } of days) {
    for (let index = atKiosks.from; index < atKiosks.to; index += 1) {
      counts.all += 1;
      counts.kiosk += 1;
      if (turnAtKiosk(index) === null) counts.immediate += 1;
    }
    for (let index = elsewhere.from; index < elsewhere.to; index += 1) {
      counts.all += 1;
      if (turnElsewhere(index) === null) counts.immediate += 1;
      if (isMailed(index)) counts.mailed += 1;
    }
  }
  return counts;
}

test('at full size 2020 has the published figures exactly', () => {
  expect(counted(in2020(1))).toEqual({ all: 180_000, kiosk: 120_000, immediate: 171_000, mailed: 6_000 });
});

test('each month of 2020 has fifteen thousand, ten thousand of them at kiosks', () => {
  for (let month = 1; month <= 12; month += 1) {
    const days = in2020(1).filter(({ day }) => day.startsWith(`2020-${String(month).padStart(2, '0')}`));
    expect(counted(days)).toMatchObject({ all: 15_000, kiosk: 10_000 });
  }
});

test.each([0.01, 0.05, 0.1, 0.5])('at scale %d the counts are that share, exactly', (scale) => {
  expect(counted(in2020(scale))).toEqual({
    all: 180_000 * scale,
    kiosk: 120_000 * scale,
    immediate: 171_000 * scale,
    mailed: 6_000 * scale,
  });
});

test.each([0.0001, 0.00013, 0.007, 0.33333, 0.99999])('at the odd scale %d nothing is lost between days', (scale) => {
  const days = in2020(scale);
  expect(days.reduce((sum, day) => sum + sizeOf(day), 0)).toBe(Math.round(180_000 * scale));
  for (const [index, day] of days.entries()) expect(day.atKiosks.from).toBe(index === 0 ? 0 : days[index - 1]!.atKiosks.to);
});

test('the last twenty working days have a month’s number, and today has none', () => {
  const days = recent(0.1);
  expect(counted(days)).toMatchObject({ all: 1500, kiosk: 1000 });
  expect(days.filter(({ day }) => isWorkday(day))).toHaveLength(20);
  expect(days.at(-1)!.day).toBe('2026-11-25');
});

test('nothing but kiosks takes anything in on a day of rest', () => {
  for (const { day, elsewhere } of applicationDays(1, TODAY)) if (!isWorkday(day)) expect(elsewhere.to).toBe(elsewhere.from);
});

test('at scale 0 there is none', () => {
  expect(applicationDays(0, TODAY)).toEqual([]);
});
