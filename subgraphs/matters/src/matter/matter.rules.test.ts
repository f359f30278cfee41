import { demoCreditCode } from '@township-graph/shared/credit-code';
import { DomainError } from '@township-graph/shared/errors';
import { ExerciseLevel, makeImplementationCode } from '@township-graph/shared/implementation-code';
import { HandlingKind, MatterKind, PowerSource, VillageRole } from './matter.enums';
import { checkMatter, type MatterFacts } from './matter.rules';
import { TimeUnit } from './time-limit';

const creditCode = demoCreditCode('11', '410225', 13);
const parts = { creditCode, exerciseLevel: ExerciseLevel.TOWNSHIP, basicCode: '410550917001' };

const matter = (change: Partial<MatterFacts> = {}): MatterFacts => ({
  implementationCode: makeImplementationCode(parts),
  implementingCreditCode: creditCode,
  leadCreditCode: demoCreditCode('11', '410225', 15),
  divisionCode: '410225201',
  kind: MatterKind.LICENSING,
  powerSource: PowerSource.STATUTORY,
  exerciseLevel: parts.exerciseLevel,
  basicCode: parts.basicCode,
  handlingKind: HandlingKind.PROMISED,
  statutoryValue: 20,
  statutoryUnit: TimeUnit.WORKDAY,
  promisedValue: 10,
  promisedUnit: TimeUnit.WORKDAY,
  stepCount: 4,
  villageRole: null,
  ...change,
});

/** With a basic code of the national shape. */
const national = (basicCode: string, change: Partial<MatterFacts> = {}): Partial<MatterFacts> => ({
  basicCode,
  implementationCode: makeImplementationCode({ ...parts, basicCode }),
  ...change,
});

const reasonOf = (facts: MatterFacts): string | null => {
  try {
    checkMatter(facts);
    return null;
  } catch (error) {
    return (error as DomainError).reason;
  }
};

test.each<[string, Partial<MatterFacts>, string | null]>([
  ['a promise within the law', {}, null],
  ['a promise of the whole limit', { promisedValue: 20 }, null],
  ['a promise one day beyond the law', { promisedValue: 21 }, 'PROMISE_BEYOND_LAW'],
  [
    'working days that may outlast natural ones',
    { promisedValue: 6, statutoryValue: 7, statutoryUnit: TimeUnit.DAY },
    'PROMISE_BEYOND_LAW',
  ],
  ['a licence within twenty days, where the list states no limit', { promisedValue: 20, statutoryValue: null, statutoryUnit: null }, null],
  [
    'a licence beyond the twenty days of every licence (行政许可法§42)',
    { promisedValue: 21, statutoryValue: null, statutoryUnit: null },
    'PROMISE_BEYOND_LAW',
  ],
  [
    'any promise where the law sets no limit',
    { kind: MatterKind.PUBLIC_SERVICE, promisedValue: 60, statutoryValue: null, statutoryUnit: null },
    null,
  ],
  ['at once, yet in a day', { handlingKind: HandlingKind.IMMEDIATE, promisedValue: 1 }, 'IMMEDIATE_TAKES_TIME'],
  ['a fifth step', { stepCount: 5 }, 'TOO_MANY_STEPS'],
  ['no step', { stepCount: 0 }, 'TOO_MANY_STEPS'],
  ['another basic code', { basicCode: '410550917002' }, 'CODES_DISAGREE'],
  ['another level', { exerciseLevel: ExerciseLevel.COUNTY }, 'CODES_DISAGREE'],
  ['another organ', { implementingCreditCode: demoCreditCode('11', '410225', 14) }, 'CODES_DISAGREE'],
  ['a code that is none', { implementationCode: '41' }, 'MALFORMED_IMPLEMENTATION_CODE'],
  ['a promise of no time', { promisedValue: 0 }, 'PROMISE_TAKES_NO_TIME'],
  ['at once', { handlingKind: HandlingKind.IMMEDIATE, promisedValue: 0 }, null],
  ['an entrusted licence of another organ', { powerSource: PowerSource.ENTRUSTED_BY_PEER }, null],
  ['entrusted to itself', { powerSource: PowerSource.ENTRUSTED_BY_SUPERIOR, leadCreditCode: creditCode }, 'ENTRUSTED_TO_ITSELF'],
  ['its own, guided by itself', { leadCreditCode: creditCode }, null],
  ['entrusted coercion', { powerSource: PowerSource.ENTRUSTED_BY_SUPERIOR, kind: MatterKind.COERCION }, 'COERCION_ENTRUSTED'],
  ['coercion entrusted by a peer', { powerSource: PowerSource.ENTRUSTED_BY_PEER, kind: MatterKind.COERCION }, 'COERCION_ENTRUSTED'],
  ['coercion by law', { kind: MatterKind.COERCION }, null],
  ['devolved to a township', { powerSource: PowerSource.DEVOLVED }, null],
  ['devolved, yet a department’s', { powerSource: PowerSource.DEVOLVED, divisionCode: '410225' }, 'DEVOLVED_TO_DEPARTMENT'],
  ['a department’s at townships', { divisionCode: '410225' }, null],
  ['a national code of its kind', national('000150917001'), null],
  ['a national code of another kind', national('000250917001'), 'KIND_DISAGREES'],
  ['a national code of a kind left open', national('001150917001', { kind: MatterKind.OTHER_POWER }), null],
  ['a provincial code, which we cannot read', national('410250917001'), null],
  ['a village role of a township', { villageRole: VillageRole.AGENT }, 'VILLAGE_ROLE'],
])('%s: %j gives %s', (_, change, reason) => {
  expect(reasonOf(matter(change))).toBe(reason);
});
