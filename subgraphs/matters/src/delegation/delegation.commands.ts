import type { Delegation } from './delegation.entity';
import type { DelegationMode, EvaluationOutcome, OpenApplicationsRule } from './delegation.enums';
import type { Recipient } from './delegation.rules';

interface Keyed {
  readonly idempotencyKey?: string | null;
}

/** Something done to a delegation that was read before. */
interface Move extends Keyed {
  readonly id: string;
  readonly expectedVersion: number;
  readonly note?: string | null;
}

export interface Agreement {
  readonly number: string;
  readonly signedOn: string;
  readonly validTo: string;
}

/** A batch to begin, or one to join. */
export interface WantedBatch {
  readonly name?: string | null;
  readonly number?: string | null;
}

interface NewDelegation {
  readonly recipients: readonly Recipient[];
  readonly batch: WantedBatch;
  readonly effectiveFrom: string;
  readonly effectiveTo?: string | null;
  readonly agreement?: Agreement | null;
  readonly legalBasis: string;
  readonly admissionRequestId?: string | null;
}

export interface GrantDelegation extends Keyed, NewDelegation {
  readonly matterId: string;
  readonly mode: DelegationMode;
  readonly note?: string | null;
}

export interface AddDelegationRecipients extends Move, NewDelegation {}

export interface PublishDelegation extends Move {
  readonly documentNumber: string;
  readonly effectiveFrom?: string | null;
}

export type WithdrawDelegation = Move;

export interface RenewAgreement extends Move {
  readonly agreement: Agreement;
}

export interface EvaluateDelegation extends Move {
  readonly outcome: EvaluationOutcome;
}

export interface ReclaimDelegation extends Move {
  readonly effectiveOn: string;
  readonly legalBasis: string;
  readonly documentNumber: string;
  readonly openApplications: OpenApplicationsRule;
}

export interface EndDelegation extends Move {
  readonly effectiveOn?: string | null;
  readonly openApplications: OpenApplicationsRule;
}

/** What of a delegation comes from its source: a department's matter, or a delegation that is passed down to more townships. */
export type DelegationSource = Pick<
  Delegation,
  'mode' | 'basicCode' | 'matterName' | 'matterId' | 'divisionCode' | 'delegatingCreditCode' | 'delegatingName'
>;

export type WantedDelegation = NewDelegation;
