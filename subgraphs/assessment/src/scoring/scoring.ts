import {
  compared,
  dividedBy,
  type Exact,
  exact,
  HUNDRED,
  larger,
  meanOf,
  minus,
  plus,
  rounded,
  smaller,
  sumOf,
  times,
  ZERO,
} from './exact';
import type { Level } from './grade';

/** What a score is made of, as the scheme says: decimals are texts, and stay exact. */
export interface ScoringRules {
  readonly indicators: readonly {
    readonly code: string;
    readonly weight: string;
    readonly isByGraph: boolean;
    readonly isBundled: boolean;
    /** Which answer of the graph is worth nothing, and which a hundred. */
    readonly worst: string | null;
    readonly best: string | null;
  }[];
  /** `quorum`: how many cards make the part; null for one of every rater. A weight of 0 is heard and does not count. */
  readonly raters: readonly { readonly code: string; readonly weight: string; readonly quorum: number | null }[];
  readonly bonusCap: string;
  /** From which score the first three grades are given. */
  readonly cutOffs: readonly [string, string, string];
  /** How many in a hundred may be excellent at the most; null for any number. */
  readonly quotaPercent: number | null;
}

export interface ScoredSubject {
  readonly id: string;
  /** Who is to rate it: none of them the subject itself. */
  readonly raters: readonly { readonly id: string; readonly group: string }[];
  readonly cards: readonly { readonly raterId: string; readonly group: string; readonly scores: Readonly<Record<string, string>> }[];
  readonly bonuses: readonly string[];
  readonly deductions: readonly string[];
  readonly isVetoed: boolean;
  /** What the graph answered to each indicator that it is asked for; a text where it did not. */
  readonly answers: Readonly<Record<string, { readonly value: string } | { readonly notScored: string }>>;
}

/** All that a result is computed from. Nothing else goes in, so that the same gives the same, to the digit. */
export interface ScoringInputs {
  readonly rules: ScoringRules;
  readonly subjects: readonly ScoredSubject[];
  /** 捆绑考核: on this indicator these are one, and get one score. */
  readonly bundles: readonly { readonly indicator: string; readonly subjectIds: readonly string[] }[];
}

/** The part that is not there: what cannot be scored is not made up from the rest. */
export interface MissingPart {
  readonly indicator: string;
  readonly rater: string | null;
  readonly reason: string;
}

export interface ScoredPart {
  readonly indicator: string;
  readonly weight: string;
  /** 0 to 100, rounded for reading; the sum is made of what is exact. */
  readonly score: string | null;
}

export interface Outcome {
  readonly subjectId: string;
  readonly parts: readonly ScoredPart[];
  readonly bonus: string;
  readonly deductions: string;
  /** With two digits after the point; null where a part is missing. */
  readonly score: string | null;
  readonly missing: readonly MissingPart[];
  readonly isVetoed: boolean;
  readonly rank: number | null;
  readonly level: Level | null;
  /** Would be excellent, and stands equal with others where the quota ends: a panel decides. */
  readonly isTied: boolean;
}

const PLACES = 2;
const PLACES_OF_PARTS = 6;

/** Σ wᵢ·sᵢ + bonus (capped) − deductions, never below 0; ranks 1, 1, 3; grades by cut-offs and the quota of excellence. */
export function score(inputs: ScoringInputs): Outcome[] {
  const { rules } = inputs;
  const scored = inputs.subjects.map((subject) => scoreOf(subject, inputs));
  const ranks = ranksOf(scored.flatMap((each) => (each.score === null || each.isVetoed ? [] : [each.score])));
  const appraised = scored.filter((each) => each.score !== null).length;
  const seats = rules.quotaPercent === null ? null : seatsOf(rules.quotaPercent, appraised);
  const excellent = scored.filter((each) => each.score !== null && !each.isVetoed && levelOf(each.score, rules) === 1);
  const quota =
    seats === null
      ? null
      : quotaOf(
          excellent.map((each) => exact(each.score!)),
          seats,
        );
  return scored.map((each) => {
    if (each.score === null) return { ...each, rank: null, level: null, isTied: false };
    if (each.isVetoed) return { ...each, rank: null, level: 4, isTied: false };
    const own = exact(each.score);
    const rank = ranks.get(each.score)!;
    const level = levelOf(each.score, rules);
    const isTied = level === 1 && quota !== null && quota.tied !== null && compared(own, quota.tied) === 0;
    const isWithin = quota === null || (quota.above !== null && compared(own, quota.above) >= 0);
    return { ...each, rank, level: level === 1 && !isWithin ? 2 : level, isTied };
  });
}

/** The place of each score: one more than there are better ones. */
function ranksOf(scores: readonly string[]): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  const sorted = scores.toSorted((a, b) => compared(exact(b), exact(a)));
  for (const [index, each] of sorted.entries()) if (!ranks.has(each)) ranks.set(each, index + 1);
  return ranks;
}

/** How many of those that were appraised may be excellent: never rounded up. */
export const seatsOf = (quotaPercent: number, appraised: number): number => Math.floor((quotaPercent * appraised) / 100);

/** The grade that a score alone would give. */
export function levelOf(score: string, { cutOffs }: Pick<ScoringRules, 'cutOffs'>): Level {
  const reached = cutOffs.findIndex((from) => compared(exact(score), exact(from)) >= 0);
  return (reached < 0 ? 4 : reached + 1) as Level;
}

/** From which score on there is a seat for everybody, and the score at which there are more than seats left. */
function quotaOf(scores: readonly Exact[], seats: number): { readonly above: Exact | null; readonly tied: Exact | null } {
  const sorted = scores.toSorted((a, b) => compared(b, a));
  if (seats === 0 || sorted.length === 0) return { above: null, tied: null };
  if (sorted.length <= seats) return { above: sorted.at(-1)!, tied: null };
  const [last, next] = [sorted[seats - 1]!, sorted[seats]!];
  if (compared(last, next) > 0) return { above: last, tied: null };
  return { above: sorted.findLast((each) => compared(each, last) > 0) ?? null, tied: last };
}

type Unranked = Omit<Outcome, 'rank' | 'level' | 'isTied'>;

function scoreOf(subject: ScoredSubject, inputs: ScoringInputs): Unranked {
  const { indicators, bonusCap } = inputs.rules;
  const missing: MissingPart[] = [];
  const parts = indicators.map((indicator) => {
    const found = indicator.isByGraph ? answered(subject, indicator) : rated(subject, indicator.code, inputs);
    missing.push(...found.missing);
    return { indicator, score: found.score };
  });
  const bonus = smaller(sumOf(subject.bonuses.map(exact)), exact(bonusCap));
  const deductions = sumOf(subject.deductions.map(exact));
  const whole = missing.length > 0 ? null : weighted(parts.map((part) => ({ weight: part.indicator.weight, score: part.score! })));
  return {
    subjectId: subject.id,
    parts: parts.map((part) => ({
      indicator: part.indicator.code,
      weight: part.indicator.weight,
      score: part.score && rounded(part.score, PLACES_OF_PARTS),
    })),
    bonus: rounded(bonus, PLACES),
    deductions: rounded(deductions, PLACES),
    score: whole && rounded(larger(minus(plus(whole, bonus), deductions), ZERO), PLACES),
    missing,
    isVetoed: subject.isVetoed,
  };
}

interface FoundScore {
  readonly score: Exact | null;
  readonly missing: readonly MissingPart[];
}

const weighted = (parts: readonly { readonly weight: string; readonly score: Exact }[]): Exact =>
  dividedBy(sumOf(parts.map((part) => times(exact(part.weight), part.score))), HUNDRED);

/** From the answer that is worth nothing to the one that is worth a hundred, in a straight line, and no further. */
function answered({ answers }: ScoredSubject, { code, worst, best }: ScoringRules['indicators'][number]): FoundScore {
  const answer = answers[code] ?? { notScored: 'NOT_ASKED' };
  if ('notScored' in answer) return { score: null, missing: [{ indicator: code, rater: null, reason: answer.notScored }] };
  const [from, to] = [exact(worst!), exact(best!)];
  const share = dividedBy(minus(exact(answer.value), from), minus(to, from));
  return { score: smaller(larger(times(share, HUNDRED), ZERO), HUNDRED), missing: [] };
}

/** The mean of each group of raters, by the groups' weights; whoever is bundled shares the cards. */
function rated(subject: ScoredSubject, indicator: string, { rules, subjects, bundles }: ScoringInputs): FoundScore {
  const bundle = bundles.find((each) => each.indicator === indicator && each.subjectIds.includes(subject.id));
  const members = bundle ? subjects.filter(({ id }) => bundle.subjectIds.includes(id)) : [subject];
  const cards = members.flatMap((member) => member.cards).filter((card) => indicator in card.scores);
  const groups = rules.raters.filter(({ weight }) => compared(exact(weight), ZERO) > 0);
  const missing: MissingPart[] = [];
  const means = groups.map(({ code, weight, quorum }) => {
    const given = cards.filter(({ group }) => group === code);
    const awaited = new Set(members.flatMap(({ raters }) => raters.filter(({ group }) => group === code).map(({ id }) => id)));
    for (const { raterId } of given) awaited.delete(raterId);
    const isThere = given.length > 0 && (quorum === null ? awaited.size === 0 : given.length >= quorum);
    if (!isThere) missing.push({ indicator, rater: code, reason: 'CARDS_MISSING' });
    return { weight, score: isThere ? meanOf(given.map(({ scores }) => exact(scores[indicator]!))) : ZERO };
  });
  return { score: missing.length > 0 ? null : weighted(means), missing };
}
