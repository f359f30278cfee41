import { reasonOf } from '@township-graph/shared/testing/reason';
import { OfficerKind } from './officer.enums';
import type { CertificateDays } from './officer.rules';
import { checkCertificate, checkOfficer, checkRenewal, mayInvestigate, mayReview } from './officer.rules';

const { CERTIFIED, AUXILIARY, LEGAL_REVIEWER } = OfficerKind;
const TWO_YEARS: CertificateDays = { validFrom: '2025-01-01', validTo: '2026-12-31', revokedOn: null };
const REVOKED: CertificateDays = { ...TWO_YEARS, revokedOn: '2026-06-01' };

test.each([
  ['行政处罚法§42, §55: a certified officer with a valid certificate', CERTIFIED, [REVOKED, TWO_YEARS], '2026-12-31', true],
  ['not one whose certificate was revoked', CERTIFIED, [REVOKED], '2026-06-01', false],
  ['though on the day before', CERTIFIED, [REVOKED], '2026-05-31', true],
  ['not one without any', CERTIFIED, [], '2026-05-31', false],
  ['not an auxiliary', AUXILIARY, [TWO_YEARS], '2026-05-31', false],
  ['not a reviewer', LEGAL_REVIEWER, [TWO_YEARS], '2026-05-31', false],
])('%s may investigate', (_, kind, certificates, day, expected) => {
  expect(mayInvestigate({ kind }, certificates, day)).toBe(expected);
});

test.each([
  ['who is qualified', LEGAL_REVIEWER, 'A2020', '2020-05-06', true],
  ['行政处罚法§58: who came to it since 2018 without the qualification', LEGAL_REVIEWER, null, '2018-01-01', false],
  ['who did it before', LEGAL_REVIEWER, null, '2017-12-31', true],
  ['who says nothing of it', LEGAL_REVIEWER, null, null, false],
  ['an officer who investigates, though qualified', CERTIFIED, 'A2020', '2015-01-01', false],
])('%s reviews: %s', (_, kind, legalQualificationNumber, reviewerSince, expected) => {
  expect(mayReview({ kind, legalQualificationNumber, reviewerSince })).toBe(expected);
});

test.each([
  [CERTIFIED, true, null, 'team', null],
  [CERTIFIED, false, null, 'team', 'CERTIFICATE_MISSING'],
  [AUXILIARY, false, null, 'team', null],
  [AUXILIARY, true, null, 'team', 'CERTIFICATE_OUT_OF_PLACE'],
  [LEGAL_REVIEWER, false, 'A2020', null, null],
  [LEGAL_REVIEWER, false, null, null, 'QUALIFICATION_MISSING'],
  [LEGAL_REVIEWER, false, 'A2020', 'team', 'REVIEWER_IN_TEAM'],
])('%s, certified %s, qualification %s, in %s: %s', (kind, hasCertificate, legalQualificationNumber, teamId, reason) => {
  expect(reasonOf(() => checkOfficer({ kind, legalQualificationNumber, reviewerSince: '2020-01-01', teamId }, hasCertificate))).toBe(
    reason,
  );
});

test('a certificate runs forwards, no longer than it may, and longer than the last', () => {
  expect(reasonOf(() => checkCertificate(TWO_YEARS, '2026-12-31'))).toBeNull();
  expect(reasonOf(() => checkCertificate(TWO_YEARS, '2026-12-30'))).toBe('CERTIFICATE_TERM');
  expect(reasonOf(() => checkCertificate({ ...TWO_YEARS, validTo: '2024-12-31' }, '2099-01-01'))).toBe('CERTIFICATE_TERM');
  expect(reasonOf(() => checkRenewal(TWO_YEARS, [TWO_YEARS]))).toBe('RENEWAL_NOT_LATER');
  expect(reasonOf(() => checkRenewal(TWO_YEARS, [REVOKED]))).toBeNull();
});
