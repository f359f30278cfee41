import type { IndicatorScore } from '../scorecard/scorecard.entity';
import type { CorrectionGround } from './correction.enums';
import type { GivenGrade } from './correction.rules';

/** What every correction of a result says. */
export interface ResultCorrecting {
  readonly idempotencyKey?: string | null;
  readonly resultId: string;
  readonly expectedVersion: number;
  readonly ground: CorrectionGround;
  readonly document: string;
  readonly reason: string;
  readonly appliedOn?: string | null;
}

export interface CorrectResult extends ResultCorrecting, GivenGrade {}

export interface CorrectedCard {
  readonly scorecardId: string;
  readonly expectedVersion: number;
  readonly scores: readonly IndicatorScore[];
}

export interface CorrectScores extends ResultCorrecting {
  readonly cards: readonly CorrectedCard[];
  readonly withdrawnAdjustmentIds?: readonly string[] | null;
  readonly displacedResultIds?: readonly string[] | null;
  readonly chosenResultIds?: readonly string[] | null;
}
