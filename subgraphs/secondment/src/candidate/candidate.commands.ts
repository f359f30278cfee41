import type { CourseMove } from '@township-graph/shared/course/course';
import type { ExaminationPart } from './candidate.enums';

export interface RegisterCandidate {
  readonly idempotencyKey?: string | null;
  readonly campaignId: string;
  readonly staffMemberId: string;
}

export interface CandidateMove extends CourseMove {
  readonly candidateId: string;
}

export interface QualifyCandidate extends CandidateMove {
  readonly isQualified: boolean;
  readonly reason?: string | null;
}

export interface RecordExamination extends CandidateMove {
  readonly part: ExaminationPart;
  readonly score?: string | null;
  readonly isAbsent?: boolean | null;
}

export interface ChoosePost extends CandidateMove {
  readonly postId: string;
}

export interface ReasonedCandidateMove extends CandidateMove {
  readonly reason: string;
}

export interface ObjectToCandidate {
  readonly idempotencyKey?: string | null;
  readonly candidateId: string;
  readonly content: string;
}

export interface DecideObjection extends CourseMove {
  readonly objectionId: string;
  readonly isUpheld: boolean;
  readonly finding: string;
}
