import { describeEnum } from './described-enum';

/** How a certificate of a person stands. 证件状态 */
export enum CertificateState {
  VALID = 'VALID',
  UPCOMING = 'UPCOMING',
  EXPIRED = 'EXPIRED',
  REVOKED = 'REVOKED',
}

describeEnum(
  CertificateState,
  'CertificateState',
  { en: 'How a certificate stands today', zh: '证件状态' },
  {
    VALID: { en: 'Valid', zh: '有效' },
    UPCOMING: { en: 'Valid from a later day on', zh: '尚未生效' },
    EXPIRED: { en: 'Run out', zh: '已过期' },
    REVOKED: { en: 'Revoked', zh: '已吊销（收回）' },
  },
);

/** Days both included; without a last day it does not run out. */
interface CertificateDays {
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly revokedOn: string | null;
}

/** It is not valid on the day of its revocation, and revoked even if it has run out since. */
export function stateOn({ validFrom, validTo, revokedOn }: CertificateDays, day: string): CertificateState {
  if (revokedOn !== null && revokedOn <= day) return CertificateState.REVOKED;
  if (day < validFrom) return CertificateState.UPCOMING;
  return validTo === null || day <= validTo ? CertificateState.VALID : CertificateState.EXPIRED;
}
