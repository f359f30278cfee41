import type { CourseMove } from '@township-graph/shared/course/course';
import type { SubjectKind } from '../scheme/scheme.enums';
import type { AdjustmentKind } from './round.enums';

export interface GivenSubject {
  readonly kind: SubjectKind;
  readonly divisionCode: string;
  readonly creditCode?: string | null;
  readonly staffMemberId?: string | null;
}

export interface GivenRater {
  readonly group: string;
  readonly divisionCode: string;
  readonly creditCode?: string | null;
  readonly account?: string | null;
}

export interface OpenRound {
  readonly idempotencyKey?: string | null;
  readonly divisionCode: string;
  readonly catalogueItemId: string;
  readonly schemeId: string;
  readonly name: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly scoringUntil: string;
  readonly subjects: readonly GivenSubject[];
  readonly raters: readonly GivenRater[];
  /** By the places of the subjects in their list, from 0. */
  readonly bundles?: readonly { readonly indicator: string; readonly subjects: readonly number[] }[] | null;
}

export interface RoundMove extends CourseMove {
  readonly roundId: string;
}

export interface RecordAdjustment {
  readonly idempotencyKey?: string | null;
  readonly roundId: string;
  readonly roundSubjectId: string;
  readonly kind: AdjustmentKind;
  readonly code: string;
  readonly points?: string | null;
  readonly reason: string;
}

export interface WithdrawAdjustment {
  readonly idempotencyKey?: string | null;
  readonly adjustmentId: string;
  readonly reason: string;
}

export interface DecideTie extends RoundMove {
  /** The results that are excellent after all. */
  readonly resultIds: readonly string[];
}
