import type { OpenCasesRule, PowerGrantEvaluationOutcome, PowerGrantMode } from './power-grant.enums';

interface Keyed {
  readonly idempotencyKey?: string | null;
}

/** Something done to a grant that was read before. */
interface Move extends Keyed {
  readonly grantId: string;
  readonly expectedVersion: number;
  readonly note?: string | null;
}

export interface Organ {
  readonly creditCode: string;
  readonly name: string;
}

export interface Agreement {
  readonly number: string;
  readonly signedOn: string;
  readonly validTo: string;
}

export interface GrantPower extends Keyed {
  readonly mode: PowerGrantMode;
  readonly divisionCode: string;
  readonly powerIds: readonly string[];
  readonly holder: Organ;
  readonly department?: Organ | null;
  readonly legalBasis: string;
  readonly decisionNumber?: string | null;
  readonly capability?: string | null;
  readonly agreement?: Agreement | null;
  readonly publication?: { readonly publishedOn: string; readonly documentNumber: string } | null;
  readonly effectiveFrom: string;
  readonly effectiveTo?: string | null;
  readonly note?: string | null;
}

export interface RenewEntrustment extends Move {
  readonly agreement: Agreement;
}

export interface EvaluatePowerGrant extends Move {
  readonly outcome: PowerGrantEvaluationOutcome;
}

export interface ReclaimPower extends Move {
  readonly powerIds?: readonly string[] | null;
  readonly effectiveOn: string;
  readonly legalBasis: string;
  readonly documentNumber: string;
  readonly openCases: OpenCasesRule;
}
