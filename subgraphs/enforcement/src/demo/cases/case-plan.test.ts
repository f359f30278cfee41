import { isWorkday } from '@township-graph/shared/calendar';
import { type PlannedCase, plannedCases } from './case-plan';
import { isAskedAfter, type Turn, turnOf } from './turns';

const TODAY = '2026-11-26';
const published = (scale: number) => plannedCases(scale, TODAY).filter(({ key }) => key.startsWith('lankao:'));
const content = (cases: readonly PlannedCase[], year: string) => {
  const answers = cases.filter(({ day, grade }) => day.startsWith(year) && grade !== null);
  return { answers: answers.length, content: answers.filter(({ grade }) => grade! <= 3).length };
};

test('at full size 兰考 has its 3,695 cases since 2021, none before the law that they follow was in force', () => {
  const cases = published(1);
  expect(cases).toHaveLength(3695);
  expect(cases.filter(({ day, at }) => day < '2021-07-15' || day >= '2024-01-01' || !isWorkday(day) || at !== 'LANKAO')).toEqual([]);
  expect(new Set(cases.map(({ turn }) => turn)).size).toBe(27);
});

test('at full size 77 of a hundred were content at first, and 91 in the end, exactly', () => {
  for (const [year, share] of [
    ['2021', 77],
    ['2023', 91],
  ] as const) {
    const { answers, content: those } = content(published(1), year);
    expect(answers).toBeGreaterThanOrEqual(100);
    expect((those / answers) * 100).toBe(share);
  }
});

test.each([0.01, 0.05, 0.3])('at scale %d the counts are that share, and the content as near as whole answers come', (scale) => {
  expect(published(scale)).toHaveLength(Math.round(3695 * scale));
  const { answers, content: those } = content(published(scale), '2021');
  expect(answers).toBeGreaterThan(0);
  expect(those).toBe(Math.round(answers * 0.77));
});

test('at scale 0 there is none', () => {
  expect(plannedCases(0, TODAY)).toEqual([]);
});

test('keys are told apart, as are the companies of a county; who has no decision is not asked', () => {
  const cases = plannedCases(1, TODAY);
  expect(new Set(cases.map(({ key }) => key)).size).toBe(cases.length);
  expect(new Set(cases.map(({ at, serial }) => `${at.slice(0, 5)} ${serial}`)).size).toBe(cases.length);
  expect(cases.filter(({ turn, grade }) => grade !== null && !isAskedAfter(turn))).toEqual([]);
});

test('six of ten are decided on the spot, and each township has open cases', () => {
  const turns: readonly Turn[] = Array.from({ length: 1000 }, (_, index) => turnOf(index));
  expect(turns.filter((turn) => turn === 'ON_THE_SPOT')).toHaveLength(600);
  const recent = plannedCases(0.01, TODAY).filter(({ key }) => key.startsWith('recent:'));
  expect(new Set(recent.map(({ place }) => place % 16)).size).toBe(16);
  expect(recent.filter(({ day }) => day >= TODAY || day < '2026-07-01')).toEqual([]);
});
