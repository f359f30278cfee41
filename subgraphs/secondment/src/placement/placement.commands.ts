import type { CourseMove } from '@township-graph/shared/course/course';
import type { CivilServantGrade, InstitutionGrade } from '@township-graph/shared/staff-grade';
import type { PlacementKind } from './placement.enums';

export interface BeginPlacement {
  readonly idempotencyKey?: string | null;
  readonly staffMemberId: string;
  readonly kind: PlacementKind;
  readonly divisionCode: string;
  readonly organization: { readonly creditCode: string; readonly name: string };
  readonly postTitle: string;
  readonly isSectionChief?: boolean | null;
  readonly document: string;
  readonly from: string;
  readonly to?: string | null;
}

export interface PlacementMove extends CourseMove {
  readonly placementId: string;
}

export interface ReasonedPlacementMove extends PlacementMove {
  readonly reason: string;
}

export interface WaiveConversion extends PlacementMove {
  readonly document: string;
}

/** A grade, by the words of the regime that somebody is under. */
export interface GradeGiven {
  readonly institutionGrade?: InstitutionGrade | null;
  readonly civilServantGrade?: CivilServantGrade | null;
}

export interface RecordAppraisal extends PlacementMove, GradeGiven {
  readonly year: number;
  readonly document: string;
}
