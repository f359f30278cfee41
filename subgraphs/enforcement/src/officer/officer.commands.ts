import type { OfficerAllocation, OfficerKind } from './officer.enums';

interface Keyed {
  readonly idempotencyKey?: string | null;
}

/** Something done about an officer who was read before. */
export interface OfficerMove extends Keyed {
  readonly officerId: string;
  readonly expectedVersion: number;
}

export interface Certificate {
  readonly number: string;
  readonly issuedBy: string;
  readonly validFrom: string;
  readonly validTo: string;
}

export interface RegisterOfficer extends Keyed {
  readonly staffMemberId: string;
  readonly name: string;
  readonly kind: OfficerKind;
  readonly divisionCode: string;
  readonly organization: { readonly creditCode: string; readonly name: string };
  readonly teamId?: string | null;
  readonly allocation?: OfficerAllocation | null;
  readonly certificate?: Certificate | null;
  readonly legalQualificationNumber?: string | null;
  readonly reviewerSince?: string | null;
}

export interface RenewCertificate extends OfficerMove {
  readonly certificate: Certificate;
}

export interface RevokeCertificate extends OfficerMove {
  readonly reason: string;
}

export interface AssignOfficer extends OfficerMove {
  readonly teamId?: string | null;
}
