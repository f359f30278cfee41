import { type Penalty, sumOf } from '../decision/penalty.rules';
import { fenOf } from '../money';
import type { EnforcementPower } from '../power/power.entity';
import { PartyKind, PenaltyKind } from '../power/power.enums';

/** 较大数额, by the kind of party; in fen. Provinces and departments set it, so it is configuration. */
export type HearingThreshold = Readonly<Record<PartyKind, number>>;

type Judged = Pick<EnforcementPower, 'domain' | 'hearingThresholds'>;

/** By domain; `*` for all others. */
export type HearingThresholds = Readonly<Record<string, HearingThreshold>>;

/** Kinds that give the right whatever their size (行政处罚法§63①(3), (4)). */
const ALWAYS: readonly PenaltyKind[] = [
  PenaltyKind.QUALIFICATION_DOWNGRADE,
  PenaltyKind.LICENCE_REVOCATION,
  PenaltyKind.SUSPENSION_OF_BUSINESS,
  PenaltyKind.CLOSURE,
  PenaltyKind.PROFESSION_BAN,
];

/** Whether the party may ask for a hearing (行政处罚法§63①). */
export function mayAskForHearing(penalties: readonly Penalty[], least: number): boolean {
  const { FINE, CONFISCATION_OF_GAINS, CONFISCATION_OF_PROPERTY } = PenaltyKind;
  return (
    penalties.some(({ kind }) => ALWAYS.includes(kind)) ||
    sumOf(penalties, FINE) >= least ||
    sumOf(penalties, CONFISCATION_OF_GAINS, CONFISCATION_OF_PROPERTY) >= least
  );
}

/** 较大数额 in fen: the power's own where it has one, else that of its domain, else the county's. */
export function leastOf(thresholds: HearingThresholds, { domain, hearingThresholds }: Judged, partyKind: PartyKind): number {
  const own = hearingThresholds.find((each) => each.partyKind === partyKind);
  return own ? fenOf('amount', own.amount) : (thresholds[domain] ?? thresholds['*']!)[partyKind];
}

const DEFAULT: HearingThresholds = {
  '*': { INDIVIDUAL: 2000_00, SOLE_TRADER: 5000_00, ORGANIZATION: 20_000_00 },
};

/** `ENFORCEMENT_HEARING_THRESHOLDS`: `{"市场监管":{"INDIVIDUAL":10000,…}}`, in yuan. */
export function hearingThresholdsFrom(text: string | undefined): HearingThresholds {
  if (!text) return DEFAULT;
  const given = JSON.parse(text) as Record<string, Record<string, unknown>>;
  const read = Object.entries(given).map(([domain, kinds]) => [domain, thresholdFrom(domain, kinds)] as const);
  return { ...DEFAULT, ...Object.fromEntries(read) };
}

function thresholdFrom(domain: string, kinds: Record<string, unknown>): HearingThreshold {
  const entries = Object.values(PartyKind).map((kind) => {
    const yuan = kinds[kind];
    if (typeof yuan !== 'number' || !Number.isInteger(yuan) || yuan < 0)
      throw new RangeError(`ENFORCEMENT_HEARING_THRESHOLDS: ${domain}.${kind} is a whole number of yuan`);
    return [kind, yuan * 100] as const;
  });
  return Object.fromEntries(entries) as HearingThreshold;
}
