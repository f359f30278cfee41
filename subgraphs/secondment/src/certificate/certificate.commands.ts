import type { CertificateKind } from './certificate.enums';

interface Keyed {
  readonly idempotencyKey?: string | null;
}

export interface IssueCertificate extends Keyed {
  readonly staffMemberId: string;
  readonly kind: CertificateKind;
  readonly number: string;
  readonly issuedBy: string;
  readonly validFrom: string;
  readonly validTo?: string | null;
}

export interface RevokeCertificate extends Keyed {
  readonly certificateId: string;
  readonly expectedVersion: number;
  readonly reason: string;
}
