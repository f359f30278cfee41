import { stateOn } from './certificate-state';

const TWO_YEARS = { validFrom: '2025-01-01', validTo: '2026-12-31', revokedOn: null };
const REVOKED = { ...TWO_YEARS, revokedOn: '2026-06-01' };
const UNLIMITED = { ...TWO_YEARS, validTo: null };

test.each([
  ['2024-12-31', 'UPCOMING', 'UPCOMING', 'UPCOMING'],
  ['2025-01-01', 'VALID', 'VALID', 'VALID'],
  ['2026-05-31', 'VALID', 'VALID', 'VALID'],
  ['2026-06-01', 'VALID', 'REVOKED', 'VALID'],
  ['2026-12-31', 'VALID', 'REVOKED', 'VALID'],
  ['2027-01-01', 'EXPIRED', 'REVOKED', 'VALID'],
])('on %s a certificate is %s, the revoked one %s, one without a last day %s', (day, ...states) => {
  expect([TWO_YEARS, REVOKED, UNLIMITED].map((each) => stateOn(each, day))).toEqual(states);
});
