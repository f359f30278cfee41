import type { CourseMove } from '@township-graph/shared/course/course';
import type { ConcernedPartyGiven } from '../concerned-party/concerned-party.rules';
import type { ComplaintChannel, ComplaintKind, ComplaintLabour, ComplaintOutcome } from './complaint.enums';

interface Organ {
  readonly creditCode: string;
  readonly name: string;
}

export interface FileComplaint {
  readonly idempotencyKey?: string | null;
  readonly divisionCode: string;
  readonly kind: ComplaintKind;
  readonly channel: ComplaintChannel;
  readonly complainant?: { readonly name: string; readonly phone: string } | null;
  readonly content: string;
  readonly respondent?: ConcernedPartyGiven | null;
}

export interface ComplaintMove extends CourseMove {
  readonly complaintId: string;
}

export interface ReasonedComplaintMove extends ComplaintMove {
  readonly reason: string;
}

export interface TransferComplaint extends ReasonedComplaintMove {
  readonly to: Organ;
}

export interface AssignComplaint extends ComplaintMove {
  readonly labour: ComplaintLabour;
  readonly divisionCode: string;
  readonly handler: Organ;
  readonly powerId?: string | null;
}

export interface RecordComplaintResult extends ComplaintMove {
  readonly outcome: ComplaintOutcome;
  readonly result: string;
  readonly caseId?: string | null;
}

export interface CloseComplaint extends ComplaintMove {
  readonly satisfaction?: number | null;
}
