import { addDays, isWorkday } from '@township-graph/shared/calendar';
import { dayOf, startOfDay } from '@township-graph/shared/clock';
import { PAYMENT_RULE, PRESERVATION_RULE, SEIZURE_RULE, untilOf } from '../../case/case.deadlines';
import type { EnforcementPower } from '../../power/power.entity';
import { CoerciveMeasure, FineUnit, PenaltyKind } from '../../power/power.enums';
import { PowerGrantMode } from '../../power-grant/power-grant.enums';
import { plannedCases } from './case-plan';
import { type CaseStep, stepsTaken } from './case-steps';
import { fineLimits, onTheSpot } from './penalties';
import type { Turn } from './turns';

const POWER = {
  id: 'power',
  cause: '示例案由',
  legalBasis: '示例条例§1',
  domain: '城市管理',
  penaltyKinds: [PenaltyKind.WARNING, PenaltyKind.FINE],
  fines: [{ partyKind: null, minimum: '100', maximum: '50000', unit: FineUnit.YUAN, base: null }],
  hearingThresholds: [],
  coerciveMeasures: [CoerciveMeasure.SEIZURE],
  isFrequent: true,
} as unknown as EnforcementPower;
const PLACE = {
  divisionCode: '410225201',
  holderCreditCode: '11410225DEM012015M',
  powers: [{ power: POWER, mode: PowerGrantMode.GRANTED }],
  officerIds: ['one', 'two', 'three'],
  reviewerIds: ['reviewer'],
};

/** The steps of a case that begins on the day, by their mutations. */
function courseOn(day: string, turn: Turn): Map<string, CaseStep> {
  const planned = { key: `test:${day}`, at: 'LANKAO' as const, serial: 1, place: 0, isFrequent: true, day, turn, grade: null };
  const steps = stepsTaken([planned], { LANKAO: [PLACE], RUIAN_STATION: [], RUIAN_BUREAU: [] }, new Date('2030-01-01T00:00:00Z'));
  return new Map(steps.map((each) => [each.step.mutation, each]));
}

const dayIn = (steps: Map<string, CaseStep>, mutation: string) => dayOf(steps.get(mutation)!.step.at);
const workdays: string[] = [];
for (let day = '2023-01-01'; day < '2027-01-01'; day = addDays(day, 1)) if (isWorkday(day)) workdays.push(day);
const latest = (rule: typeof PAYMENT_RULE, from: string) => dayOf(untilOf(rule, startOfDay(from)));

test('whatever holidays lie between: what is paid in time is, and what is kept or seized is given back in time', () => {
  for (const day of workdays) {
    const spot = courseOn(day, 'ON_THE_SPOT');
    if (spot.has('recordPayment')) expect(dayIn(spot, 'recordPayment') <= latest(PAYMENT_RULE, day)).toBe(true);
    const plain = courseOn(day, 'PLAIN');
    expect(dayIn(plain, 'recordPayment') <= latest(PAYMENT_RULE, dayIn(plain, 'serveDecision'))).toBe(true);
    const kept = courseOn(day, 'PRESERVED');
    expect(dayIn(kept, 'resolveMeasure') <= latest(PRESERVATION_RULE, dayIn(kept, 'preserveEvidence'))).toBe(true);
    const seized = courseOn(day, 'SEIZED');
    expect(dayIn(seized, 'resolveMeasure') <= latest(SEIZURE_RULE, dayIn(seized, 'seizeProperty'))).toBe(true);
  }
});

test('the same plan makes the same steps, in the order of their time, and none is of tomorrow', () => {
  const now = new Date('2026-11-26T02:00:00Z');
  const lankao = plannedCases(0.02, '2026-11-26').filter(({ at }) => at === 'LANKAO');
  const steps = () =>
    stepsTaken(lankao, { LANKAO: [PLACE], RUIAN_STATION: [], RUIAN_BUREAU: [] }, now).map(({ demo, ...rest }) => ({
      ...rest,
      key: demo.key,
    }));
  expect(JSON.stringify(steps())).toBe(JSON.stringify(steps()));
  const times = steps().map(({ step }) => step.at.getTime());
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(times.at(-1)).toBeLessThanOrEqual(now.getTime());
  expect(steps().filter(({ isFirst }) => isFirst)).toHaveLength(lankao.length);
});

test('fines are as the law has them: of the kind of party, within the range, on the spot no more than the cap', () => {
  const power = (fines: object[], penaltyKinds = [PenaltyKind.FINE]) => ({ penaltyKinds, fines }) as unknown as EnforcementPower;
  const yuan = (partyKind: string | null, minimum: string | null, maximum: string | null) => ({
    partyKind,
    minimum,
    maximum,
    unit: 'YUAN',
  });
  expect(fineLimits(power([yuan('ORGANIZATION', '5000', '50000')]), 'ORGANIZATION' as never)).toEqual({ least: 5000, most: 50_000 });
  expect(fineLimits(power([yuan('ORGANIZATION', '5000', '50000')]), 'INDIVIDUAL' as never)).toBeNull();
  expect(fineLimits(power([yuan(null, null, '5000')]), 'INDIVIDUAL' as never)).toEqual({ least: 500, most: 5000 });
  expect(fineLimits(power([], [PenaltyKind.WARNING]), 'INDIVIDUAL' as never)).toBeNull();
  expect(onTheSpot(power([yuan(null, '50', '5000')]), 'INDIVIDUAL' as never)).toEqual({ warns: false, fines: { least: 50, most: 200 } });
  expect(onTheSpot(power([yuan(null, '2000', '5000')]), 'INDIVIDUAL' as never)).toEqual({ warns: false, fines: null });
});
