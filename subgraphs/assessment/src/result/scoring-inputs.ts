import type { AppraisalRound } from '../round/round.entity';
import { AdjustmentKind } from '../round/round.enums';
import { isRaterOf } from '../round/round.rules';
import type { RoundAdjustment } from '../round/round-adjustment.entity';
import type { RoundEvidence } from '../round/round-evidence.entity';
import type { RoundRater } from '../round/round-rater.entity';
import type { RoundSubject } from '../round/round-subject.entity';
import type { AppraisalScheme } from '../scheme/scheme.entity';
import { IndicatorSource } from '../scheme/scheme.enums';
import type { Scorecard } from '../scorecard/scorecard.entity';
import type { ScoredSubject, ScoringInputs, ScoringRules } from '../scoring/scoring';

/** What was handed in for a round, in whatever order the database gives it. */
export interface HandedIn {
  readonly round: AppraisalRound;
  readonly scheme: AppraisalScheme;
  readonly subjects: readonly RoundSubject[];
  readonly raters: readonly RoundRater[];
  readonly cards: readonly Scorecard[];
  readonly adjustments: readonly RoundAdjustment[];
  readonly evidence: readonly RoundEvidence[];
}

/** What a round is scored by: in an order of its own, so that the same rows give the same text. */
export function scoringInputsOf({ round, scheme, subjects, raters, cards, adjustments, evidence }: HandedIn): ScoringInputs {
  const groups = new Map(raters.map(({ id, groupCode }) => [id, groupCode]));
  const scoredOf = (subject: RoundSubject): ScoredSubject => {
    const own = <T extends { readonly roundSubjectId: string }>(rows: readonly T[]) =>
      rows.filter((row) => row.roundSubjectId === subject.id);
    const adjusted = (kind: AdjustmentKind) => own(adjustments).filter((each) => each.kind === kind);
    const points = (kind: AdjustmentKind) => adjusted(kind).map((each) => each.points!);
    return {
      id: subject.id,
      raters: byId(raters.filter((rater) => isRaterOf(rater, subject, scheme.appraisedUnit))).map(({ id, groupCode }) => ({
        id,
        group: groupCode,
      })),
      cards: own(cards)
        .toSorted((a, b) => (a.raterId < b.raterId ? -1 : 1))
        .map(({ raterId, scores }) => ({
          raterId,
          group: groups.get(raterId)!,
          scores: Object.fromEntries(scores.map(({ indicator, score }) => [indicator, score])),
        })),
      bonuses: points(AdjustmentKind.BONUS),
      deductions: points(AdjustmentKind.DEDUCTION),
      isVetoed: adjusted(AdjustmentKind.VETO).length > 0,
      answers: Object.fromEntries(
        own(evidence)
          .toSorted((a, b) => (a.indicator < b.indicator ? -1 : 1))
          .map(({ indicator, value, notScored }) => [indicator, value === null ? { notScored: notScored! } : { value }]),
      ),
    };
  };
  return { rules: rulesOf(scheme), subjects: byId(subjects).map(scoredOf), bundles: round.bundles };
}

export function rulesOf({ indicators, raters, bonusCap, cutOffs, quotaPercent }: AppraisalScheme): ScoringRules {
  return {
    indicators: indicators.map(({ code, weight, source, isBundled, worst = null, best = null }) => ({
      code,
      weight,
      isByGraph: source === IndicatorSource.GRAPH_QUERY,
      isBundled,
      worst,
      best,
    })),
    raters: raters.map(({ code, weight, quorum = null }) => ({ code, weight, quorum })),
    bonusCap,
    cutOffs: [cutOffs.first, cutOffs.second, cutOffs.third],
    quotaPercent,
  };
}

const byId = <T extends { readonly id: string }>(rows: readonly T[]): T[] => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
