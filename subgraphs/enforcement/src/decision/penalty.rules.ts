import { PenaltyKind } from '../power/power.enums';

/** One penalty, as it is proposed or decided. Money in fen, so that sums are exact. */
export interface Penalty {
  readonly kind: PenaltyKind;
  /** Of a fine and of confiscations: the sum, or the value of the goods. */
  readonly fen?: number | null;
  /** Of what lasts for a time. */
  readonly days?: number | null;
  /** What is confiscated, suspended, revoked or stopped. */
  readonly object?: string | null;
}

/** How hard each kind hits, for §45: what replaces a penalty of a higher rank is lighter. */
const RANK: Readonly<Record<PenaltyKind, number>> = {
  WARNING: 1,
  CIRCULATED_CRITICISM: 1,
  FINE: 2,
  CONFISCATION_OF_GAINS: 2,
  CONFISCATION_OF_PROPERTY: 2,
  LICENCE_SUSPENSION: 3,
  QUALIFICATION_DOWNGRADE: 3,
  ACTIVITY_RESTRICTION: 3,
  SUSPENSION_OF_BUSINESS: 4,
  LICENCE_REVOCATION: 5,
  CLOSURE: 5,
  PROFESSION_BAN: 5,
  DETENTION: 6,
  OTHER: 3,
};

/** Where no days are named, it lasts for good. */
const FOREVER = Number.POSITIVE_INFINITY;

const covers = (one: Penalty, other: Penalty) =>
  one.kind === other.kind && (one.fen ?? 0) >= (other.fen ?? 0) && (one.days ?? FOREVER) >= (other.days ?? FOREVER);

/** Whether these penalties are heavier, in any respect, than those: each must be covered, or stand for a harsher one that was dropped. */
export function isHeavier(these: readonly Penalty[], those: readonly Penalty[]): boolean {
  const dropped = those.filter(({ kind }) => !these.some((each) => each.kind === kind));
  return these.some((each) => !those.some((other) => covers(other, each)) && !dropped.some(({ kind }) => RANK[kind] > RANK[each.kind]));
}

export const sumOf = (penalties: readonly Penalty[], ...kinds: PenaltyKind[]): number =>
  penalties.reduce((sum, { kind, fen }) => (kinds.includes(kind) ? sum + (fen ?? 0) : sum), 0);

/** What the party has to pay: the fine, and the gains that are confiscated. */
export const payable = (penalties: readonly Penalty[]) => sumOf(penalties, PenaltyKind.FINE, PenaltyKind.CONFISCATION_OF_GAINS);
