import type { OrganizationKind } from '@township-graph/shared/organization-kind';
import type { EstablishmentKind, FundingKind } from '../staff-member/staff-member.enums';

interface Keyed {
  readonly idempotencyKey?: string | null;
}

export interface Approval {
  readonly authority: string;
  readonly documentNumber: string;
  readonly approvedOn: string;
}

export interface ApproveEstablishment extends Keyed {
  readonly organization: { readonly creditCode: string; readonly name: string };
  readonly organizationKind: OrganizationKind;
  readonly divisionCode: string;
  readonly kind: EstablishmentKind;
  readonly fundingKind?: FundingKind | null;
  readonly approved: number;
  readonly approval: Approval;
}

interface EstablishmentMove extends Keyed {
  readonly establishmentId: string;
  readonly expectedVersion: number;
  readonly approval: Approval;
}

export interface AdjustEstablishment extends EstablishmentMove {
  readonly approved: number;
}

export interface TransferEstablishment extends EstablishmentMove {
  readonly toEstablishmentId: string;
  readonly posts: number;
  readonly staffMemberIds?: readonly string[] | null;
  readonly crossLevelApproval?: Approval | null;
}
