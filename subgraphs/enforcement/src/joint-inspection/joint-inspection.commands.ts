import type { CourseMove } from '@township-graph/shared/course/course';
import type { ConcernedPartyGiven } from '../concerned-party/concerned-party.rules';
import type { InspectionGround, InspectionResult } from './joint-inspection.enums';

interface Keyed {
  readonly idempotencyKey?: string | null;
}

interface Organ {
  readonly creditCode: string;
  readonly name: string;
}

export interface ListInspectionItem extends Keyed {
  readonly divisionCode: string;
  readonly code: string;
  readonly name: string;
  readonly legalBasis: string;
  readonly authority: Organ;
  readonly publishedOn: string;
}

export interface WithdrawInspectionItem extends CourseMove {
  readonly itemId: string;
}

export interface PlanInspection extends Keyed {
  readonly divisionCode: string;
  readonly year: number;
  readonly title: string;
  readonly organ: Organ;
  readonly itemIds: readonly string[];
}

export interface FileInspectionPlan extends CourseMove {
  readonly planId: string;
  readonly filingNumber: string;
}

export interface PublishInspectionPlan extends CourseMove {
  readonly planId: string;
}

export interface StartInspection extends Keyed {
  readonly divisionCode: string;
  readonly target: ConcernedPartyGiven;
  readonly ground: InspectionGround;
  readonly planId?: string | null;
  readonly groundReason?: string | null;
  readonly itemIds: readonly string[];
  readonly officerIds: readonly string[];
  readonly scanCode: string;
}

export interface VisitMove extends CourseMove {
  readonly inspectionId: string;
}

export interface JoinInspection extends VisitMove {
  readonly itemIds: readonly string[];
}

export interface FoundOfItem {
  readonly itemId: string;
  readonly result: InspectionResult;
  readonly finding?: string | null;
}

export interface RecordInspection extends VisitMove {
  readonly results: readonly FoundOfItem[];
}

export interface FollowUpInspection extends VisitMove {
  readonly itemId: string;
  readonly caseId?: string | null;
}

export interface AbandonInspection extends VisitMove {
  readonly reason: string;
}
