import type { CourseMove } from '@township-graph/shared/course/course';
import type { FaultKind } from './fault-inquiry.enums';

export interface OpenFaultInquiry {
  readonly idempotencyKey?: string | null;
  readonly officerId: string;
  readonly kind: FaultKind;
  readonly facts: string;
  readonly legalBasis: string;
  readonly caseId?: string | null;
}

export interface FaultInquiryMove extends CourseMove {
  readonly inquiryId: string;
}

export interface RecordOfficerStatement extends FaultInquiryMove {
  readonly statement?: string | null;
}

export interface DismissFaultInquiry extends FaultInquiryMove {
  readonly reason: string;
}

export interface DecideFault extends DismissFaultInquiry {
  readonly decision: string;
}
