import type { DemoRandom } from '@township-graph/shared/demo/random';
import { SIMPLE_CAP_FEN } from '../../decision/simple-procedure.rules';
import { type HearingThresholds, leastOf } from '../../notice/hearing-right.rules';
import type { EnforcementPower } from '../../power/power.entity';
import { FineUnit, PartyKind, PenaltyKind } from '../../power/power.enums';

/** Yuan, both included. */
export interface FineLimits {
  readonly least: number;
  readonly most: number;
}

/** Where the law names no sum. */
const UNNAMED: Readonly<Record<PartyKind, FineLimits>> = {
  INDIVIDUAL: { least: 50, most: 1000 },
  SOLE_TRADER: { least: 100, most: 2000 },
  ORGANIZATION: { least: 500, most: 10_000 },
};

/** Between what a party of this kind may be fined for it; null where the law has no fine for such a party. */
export function fineLimits({ penaltyKinds, fines }: EnforcementPower, kind: PartyKind): FineLimits | null {
  if (!penaltyKinds.includes(PenaltyKind.FINE)) return null;
  const inYuan = fines.filter(({ unit }) => unit === FineUnit.YUAN);
  if (inYuan.length === 0) return UNNAMED[kind];
  const range = inYuan.find(({ partyKind }) => partyKind === null || partyKind === kind);
  if (!range) return null;
  const most = range.maximum === null ? Number(range.minimum) * 3 : Number(range.maximum);
  return { least: range.minimum === null ? Math.ceil(most / 10) : Number(range.minimum), most };
}

/** What may be decided on the spot: a warning, a small fine, or neither. */
export function onTheSpot(power: EnforcementPower, kind: PartyKind): { readonly warns: boolean; readonly fines: FineLimits | null } {
  const cap = SIMPLE_CAP_FEN[kind] / 100;
  const limits = fineLimits(power, kind);
  return {
    warns: power.penaltyKinds.includes(PenaltyKind.WARNING),
    fines: limits && limits.least <= cap ? { least: limits.least, most: Math.min(limits.most, cap) } : null,
  };
}

/** A fine in the lower third, in round yuan. */
export function someFine({ least, most }: FineLimits, random: DemoRandom): number {
  const room = Math.floor((most - least) / 3);
  const step = least < 1000 ? 50 : 100;
  return least + step * random.below(Math.floor(room / step) + 1);
}

/** The least fine of which the party may ask for a hearing, if the law goes so far. */
export function finesWithHearing(power: EnforcementPower, kind: PartyKind, thresholds: HearingThresholds): FineLimits | null {
  const limits = fineLimits(power, kind);
  const threshold = leastOf(thresholds, power, kind) / 100;
  return limits && limits.most >= threshold ? { least: Math.max(limits.least, threshold), most: limits.most } : null;
}
