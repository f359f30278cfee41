import { CertificateState, stateOn } from '@township-graph/shared/certificate-state';
import type { Officer } from './officer.entity';
import { OfficerKind } from './officer.enums';
import {
  certificateMissing,
  certificateOutOfPlace,
  certificateTerm,
  qualificationMissing,
  renewalNotLater,
  reviewerInTeam,
} from './officer.errors';
import type { OfficerCertificate } from './officer-certificate.entity';

export type CertificateDays = Pick<OfficerCertificate, 'validFrom' | 'validTo' | 'revokedOn'>;

/** Who first reviewed before the amendment of 2017 came into force needs no legal qualification for it (行政处罚法§58第二款). */
export const REVIEWERS_ARE_QUALIFIED_SINCE = '2018-01-01';

/** Whether they may investigate and penalise on the day: certified, by a certificate that is valid then (行政处罚法§42, §55). */
export function mayInvestigate({ kind }: Pick<Officer, 'kind'>, certificates: readonly CertificateDays[], day: string): boolean {
  return kind === OfficerKind.CERTIFIED && certificates.some((certificate) => stateOn(certificate, day) === CertificateState.VALID);
}

type ReviewerFacts = Pick<Officer, 'kind' | 'legalQualificationNumber' | 'reviewerSince'>;

/** Whether they may review decisions for legality (行政处罚法§58): who came to it since 2018, with the legal profession qualification. */
export function mayReview({ kind, legalQualificationNumber, reviewerSince }: ReviewerFacts): boolean {
  const cameBefore = reviewerSince !== null && reviewerSince < REVIEWERS_ARE_QUALIFIED_SINCE;
  return kind === OfficerKind.LEGAL_REVIEWER && (legalQualificationNumber !== null || cameBefore);
}

export type OfficerFacts = ReviewerFacts & Pick<Officer, 'teamId'>;

/** Refuses who may not be what they are registered as. */
export function checkOfficer(officer: OfficerFacts, hasCertificate: boolean): void {
  const { kind, teamId } = officer;
  if (kind === OfficerKind.CERTIFIED && !hasCertificate) throw certificateMissing();
  if (kind !== OfficerKind.CERTIFIED && hasCertificate) throw certificateOutOfPlace();
  if (kind === OfficerKind.LEGAL_REVIEWER && !mayReview(officer)) throw qualificationMissing();
  checkTeamOf(kind, teamId);
}

/** Who reviews what a team does is not in it. */
export function checkTeamOf(kind: OfficerKind, teamId: string | null): void {
  if (kind === OfficerKind.LEGAL_REVIEWER && teamId !== null) throw reviewerInTeam();
}

/** A certificate runs forwards, and no longer than certificates do. `longestTo` is the last day that one of that day may have. */
export function checkCertificate({ validFrom, validTo }: CertificateDays, longestTo: string): void {
  if (validTo < validFrom || validTo > longestTo) throw certificateTerm(longestTo);
}

/** A new certificate runs longer than whatever they have. */
export function checkRenewal(wanted: CertificateDays, had: readonly CertificateDays[]): void {
  const last = had.filter(({ revokedOn }) => revokedOn === null).reduce((latest, { validTo }) => (validTo > latest ? validTo : latest), '');
  if (wanted.validTo <= last) throw renewalNotLater(last);
}
