import type { DomainError } from '@township-graph/shared/errors';
import { MatterKind, PowerSource } from '../matter/matter.enums';
import type { Delegation } from './delegation.entity';
import { DelegationMode } from './delegation.enums';
import {
  checkDelegation,
  checkEnd,
  checkGrant,
  checkRenewal,
  type DelegationFacts,
  type GrantFacts,
  type Recipient,
} from './delegation.rules';

const delegation = (change: Partial<DelegationFacts> = {}): DelegationFacts => ({
  basicCode: '410550917001',
  mode: DelegationMode.ENTRUST,
  agreementNumber: '示例委〔2020〕1号',
  agreementSignedOn: '2020-07-01',
  effectiveFrom: '2020-07-01',
  effectiveTo: null,
  reclaimedOn: null,
  ...change,
});

const reasonOf = (attempt: () => void): string | null => {
  try {
    attempt();
    return null;
  } catch (error) {
    return (error as DomainError).reason;
  }
};

test.each<[Partial<DelegationFacts>, string | null]>([
  [{}, null],
  [{ agreementNumber: null }, 'AGREEMENT_MISSING'],
  [{ agreementSignedOn: null }, 'AGREEMENT_MISSING'],
  [{ mode: DelegationMode.DIRECT_GRANT, agreementNumber: null, agreementSignedOn: null }, null],
  [{ reclaimedOn: '2020-06-30' }, 'DELEGATION_DAYS'],
  [{ effectiveTo: '2020-06-30' }, 'DELEGATION_DAYS'],
])('a delegation with %j gives %s', (change, reason) => {
  expect(reasonOf(() => checkDelegation(delegation(change)))).toBe(reason);
});

const TODAY = '2026-11-26';
const DEPARTMENT = '11410225DEM000014C';

/** An entrustment to 三义寨乡 that the law lets pass. */
const grant = (change: Partial<GrantFacts> = {}): GrantFacts => ({
  ...delegation({ agreementSignedOn: TODAY, effectiveFrom: '2026-12-01', effectiveTo: '2028-12-01' }),
  agreementValidTo: '2028-12-01',
  divisionCode: '410225',
  delegatingCreditCode: DEPARTMENT,
  ...change,
});
const matter = { kind: MatterKind.LICENSING, powerSource: PowerSource.STATUTORY, implementationCode: `${DEPARTMENT}4410550917001` };
const recipient = (change: Partial<Recipient> = {}): Recipient => ({
  divisionCode: '410225201',
  organizationCreditCode: '11410225DEM0210001',
  organizationName: '三义寨乡人民政府',
  ...change,
});
const granting = (change: Partial<GrantFacts>, of: Partial<typeof matter> = {}, recipients: readonly Recipient[] = [recipient()]) =>
  reasonOf(() => checkGrant(grant(change), { ...matter, ...of }, recipients, TODAY));
const directly = { mode: DelegationMode.DIRECT_GRANT, agreementNumber: null, agreementSignedOn: null, agreementValidTo: null };

test('what the law allows passes', () => {
  expect(granting({})).toBeNull();
  expect(granting({ ...directly, effectiveTo: null })).toBeNull();
});

test('行政许可法§24 and 行政处罚法§20: an entrustment has a written agreement with number, day and term', () => {
  expect(granting({ agreementNumber: null })).toBe('AGREEMENT_MISSING');
  expect(granting({ agreementValidTo: null })).toBe('AGREEMENT_TERM');
  expect(granting({ effectiveTo: null })).toBe('AGREEMENT_TERM');
  expect(granting({ effectiveTo: '2028-12-02' })).toBe('AGREEMENT_TERM');
  expect(granting({ agreementSignedOn: '2026-11-27' })).toBe('AGREEMENT_TERM');
});

test('行政许可法§24: what is entrusted or granted goes to an administrative organ, never to an institution, village or farm', () => {
  const institution = recipient({ organizationCreditCode: '12410225DEM0000224' });
  const village = recipient({ divisionCode: '410225201200', organizationCreditCode: '54410225DEM0000001' });
  const farm = recipient({ divisionCode: '410225401' });
  expect(granting({}, {}, [institution])).toBe('NOT_AN_ADMINISTRATIVE_ORGAN');
  expect(granting(directly, {}, [institution])).toBe('NOT_AN_ADMINISTRATIVE_ORGAN');
  expect(granting({}, {}, [farm])).toBe('NOT_AN_ADMINISTRATIVE_ORGAN');
  expect(granting({}, {}, [village])).toBe('RECIPIENT_NOT_TOWNSHIP');
  // A service centre may well accept for the department, which decides.
  expect(granting({ mode: DelegationMode.FORWARD }, {}, [institution])).toBeNull();
});

test('行政许可法§24: nobody passes on what was entrusted to it, nor entrusts itself', () => {
  expect(granting({}, { powerSource: PowerSource.ENTRUSTED_BY_SUPERIOR })).toBe('SUB_DELEGATION');
  expect(granting(directly, { powerSource: PowerSource.ENTRUSTED_BY_PEER })).toBe('SUB_DELEGATION');
  expect(granting({}, {}, [recipient({ organizationCreditCode: DEPARTMENT })])).toBe('ENTRUSTED_TO_ITSELF');
});

test('行政强制法§17: coercion is never entrusted', () => {
  expect(granting({}, { kind: MatterKind.COERCION })).toBe('COERCION_ENTRUSTED');
  expect(granting(directly, { kind: MatterKind.COERCION })).toBeNull();
});

test('行政处罚法§24: nothing takes effect before it is published', () => {
  expect(granting({ effectiveFrom: '2026-11-25' })).toBe('EFFECTIVE_BEFORE_PUBLICATION');
  expect(granting({ effectiveFrom: TODAY })).toBeNull();
  expect(granting({ effectiveTo: '2026-12-01' })).toBe('DELEGATION_DAYS');
});

test('a county passes down to townships of its own, each once', () => {
  expect(granting({}, {}, [recipient({ divisionCode: '330381116' })])).toBe('RECIPIENT_ELSEWHERE');
  expect(granting({}, {}, [recipient({ divisionCode: '410225' })])).toBe('RECIPIENT_NOT_TOWNSHIP');
  expect(granting({}, {}, [recipient(), recipient()])).toBe('RECIPIENTS');
  expect(granting({}, {}, [])).toBe('RECIPIENTS');
});

test('a renewal runs longer than what it renews', () => {
  const standing = grant() as Delegation;
  expect(reasonOf(() => checkRenewal(standing, TODAY, '2028-12-01', TODAY))).toBe('RENEWAL_SHORTENS');
  expect(reasonOf(() => checkRenewal(standing, '2026-11-27', '2030-12-01', TODAY))).toBe('AGREEMENT_TERM');
  expect(reasonOf(() => checkRenewal(standing, TODAY, '2030-12-01', TODAY))).toBeNull();
});

test.each<[string, string | null]>([
  ['2026-11-25', 'END_BACKDATED'],
  ['2026-11-30', 'DELEGATION_DAYS'],
  ['2026-12-01', null],
  ['2028-12-02', 'END_AFTER_TERM'],
])('taking back on %s gives %s', (day, reason) => {
  expect(reasonOf(() => checkEnd(grant() as Delegation, day, TODAY))).toBe(reason);
});
