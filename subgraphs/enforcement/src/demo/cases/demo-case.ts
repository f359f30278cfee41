import { addDays } from '@township-graph/shared/calendar';
import { demoCreditCode } from '@township-graph/shared/credit-code';
import { demoPerson } from '@township-graph/shared/demo/demo-person';
import { demoDivision } from '@township-graph/shared/demo/divisions';
import { DemoRandom } from '@township-graph/shared/demo/random';
import { CaseSource } from '../../case/case.enums';
import type { CaseSettings } from '../../case/case.settings';
import { Harm } from '../../decision/decision.enums';
import type { EnforcementPower } from '../../power/power.entity';
import { CoerciveMeasure, PartyKind } from '../../power/power.enums';
import { PowerGrantMode } from '../../power-grant/power-grant.enums';
import type { PlannedCase } from './case-plan';
import { fineLimits, finesWithHearing, onTheSpot, someFine } from './penalties';
import type { HeldThroughout, Workplace } from './workplace';

/** What a case of the demonstration is about, and who works on it. */
export interface DemoCase extends Pick<PlannedCase, 'key' | 'day' | 'turn' | 'grade'> {
  readonly random: DemoRandom;
  readonly workplace: Workplace;
  /** Where it happened: no two cases share it. */
  readonly place: string;
  readonly settings: CaseSettings;
  readonly power: EnforcementPower;
  readonly partyKind: PartyKind;
  /** Yuan; null where nobody is fined. */
  readonly fine: number | null;
  /** Yuan; the least that the law has. */
  readonly leastFine: number;
  /** With what it is filed, or decided on the spot. */
  readonly ground: object;
  readonly investigators: readonly string[];
  readonly hostId: string;
  /** Null where nobody is there to review. */
  readonly reviewerId: string | null;
  readonly source: CaseSource;
}

const { INDIVIDUAL, SOLE_TRADER, ORGANIZATION } = PartyKind;
const KINDS = [INDIVIDUAL, INDIVIDUAL, INDIVIDUAL, SOLE_TRADER, SOLE_TRADER, ORGANIZATION];
const SOURCES = Object.values(CaseSource).filter((source) => source !== CaseSource.MONITORING);
const ADDRESS = '示例地址（非真实门牌）';

/** The case that was planned, as chance fills it in. */
export function demoCase(planned: PlannedCase, workplace: Workplace, settings: CaseSettings): DemoCase {
  const { key, day, turn, grade, serial } = planned;
  const random = new DemoRandom(`enforcement-case:${key}`);
  const { power, partyKind, fine } = chosen(planned, workplace, settings, random);
  const officers = shuffled(workplace.officerIds, random);
  const source = random.pick(SOURCES);
  const place = `${demoDivision(workplace.divisionCode).name}示例路（${key}）`;
  const act = { facts: `示例：${power.cause}`, place, actOn: addDays(day, -random.below(5)), harm: Harm.NONE };
  const investigators = officers.slice(0, 2);
  return {
    key,
    day,
    turn,
    grade,
    random,
    workplace,
    place,
    settings,
    power,
    partyKind,
    fine,
    leastFine: fineLimits(power, partyKind)?.least ?? 0,
    source,
    investigators,
    hostId: officers[2]!,
    reviewerId: workplace.reviewerIds.length > 0 ? random.pick(workplace.reviewerIds) : null,
    ground: {
      divisionCode: workplace.divisionCode,
      source,
      powerId: power.id,
      party: partyOf(partyKind, serial, workplace.divisionCode, random),
      act: { ...act, discoveredOn: day },
      officerIds: investigators,
    },
  };
}

interface Chosen {
  readonly power: EnforcementPower;
  readonly partyKind: PartyKind;
  readonly fine: number | null;
}

/** A cause and a kind of party that the turn can happen to; a frequent cause where it is to be one, and one fits. */
function chosen({ turn, isFrequent }: PlannedCase, { powers }: Workplace, settings: CaseSettings, random: DemoRandom): Chosen {
  const fitting = powers.flatMap((held) =>
    [INDIVIDUAL, SOLE_TRADER, ORGANIZATION].filter((kind) => fits(turn, held, kind, settings)).map((kind) => ({ ...held, kind })),
  );
  const frequent = fitting.filter(({ power }) => power.isFrequent);
  const among = isFrequent && frequent.length > 0 ? frequent : fitting;
  const wanted = random.pick(KINDS);
  const ofKind = among.filter(({ kind }) => kind === wanted);
  const { power, kind: partyKind } = random.pick(ofKind.length > 0 ? ofKind : among);
  return { power, partyKind, fine: fineFor(turn, power, partyKind, settings, random) };
}

function fits(turn: PlannedCase['turn'], { power, mode }: HeldThroughout, kind: PartyKind, settings: CaseSettings): boolean {
  switch (turn) {
    case 'ON_THE_SPOT': {
      const { warns, fines } = onTheSpot(power, kind);
      return warns || fines !== null;
    }
    case 'HEARING':
      return finesWithHearing(power, kind, settings.hearingThresholds) !== null;
    case 'SEIZED':
      // Never under an entrustment (行政强制法§17).
      return (
        mode !== PowerGrantMode.ENTRUSTED && power.coerciveMeasures.includes(CoerciveMeasure.SEIZURE) && fineLimits(power, kind) !== null
      );
    default:
      return fineLimits(power, kind) !== null;
  }
}

function fineFor(
  turn: PlannedCase['turn'],
  power: EnforcementPower,
  kind: PartyKind,
  settings: CaseSettings,
  random: DemoRandom,
): number | null {
  if (turn !== 'ON_THE_SPOT') {
    const limits = turn === 'HEARING' ? finesWithHearing(power, kind, settings.hearingThresholds) : fineLimits(power, kind);
    return someFine(limits!, random);
  }
  const { warns, fines } = onTheSpot(power, kind);
  return fines === null || (warns && random.chance(0.6)) ? null : someFine(fines, random);
}

/** Nobody: visibly made up, and no two alike. */
function partyOf(kind: PartyKind, serial: number, divisionCode: string, random: DemoRandom) {
  const { name, idNumber, phone } = demoPerson(random);
  if (kind === INDIVIDUAL) return { kind, name, idNumber, phone, address: ADDRESS };
  const isTrader = kind === SOLE_TRADER;
  const creditCode = demoCreditCode(isTrader ? '92' : '91', divisionCode.slice(0, 6), serial);
  return { kind, name: `示例${isTrader ? '商店' : '企业'}（${creditCode}）`, creditCode, representative: name, phone, address: ADDRESS };
}

function shuffled<T>(things: readonly T[], random: DemoRandom): T[] {
  const left = [...things];
  return Array.from({ length: Math.min(3, left.length) }, () => left.splice(random.below(left.length), 1)[0]!);
}
