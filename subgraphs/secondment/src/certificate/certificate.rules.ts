import { addDays, addYears } from '@township-graph/shared/calendar';
import type { Certificate } from './certificate.entity';
import { CertificateKind } from './certificate.enums';
import { certificateTerm } from './certificate.errors';

/** A certificate runs forwards; one to enforce runs out, no later than such certificates may. */
export function checkTerm(
  { kind, validFrom, validTo }: Pick<Certificate, 'kind' | 'validFrom' | 'validTo'>,
  enforcementYears: number,
): void {
  const longestTo = kind === CertificateKind.ENFORCEMENT ? addDays(addYears(validFrom, enforcementYears), -1) : null;
  if (validTo === null ? longestTo !== null : validTo < validFrom || (longestTo !== null && validTo > longestTo))
    throw certificateTerm(longestTo);
}
