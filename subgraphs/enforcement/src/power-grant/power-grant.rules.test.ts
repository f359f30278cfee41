import { reasonOf } from '@township-graph/shared/testing/reason';
import { CoerciveMeasure, PenaltyKind } from '../power/power.enums';
import type { GrantedPower } from './granted-power.entity';
import type { GrantPower } from './power-grant.commands';
import { PowerGrantMode } from './power-grant.enums';
import { checkGrant, checkPowerIds, checkReclaim, checkRenewal, measuresOf } from './power-grant.rules';

const TODAY = '2026-11-26';
const TOWNSHIP = { creditCode: '11410225DEM0', name: '示例乡人民政府' };
const DEPARTMENT = { creditCode: '11410225DEM1', name: '示例局' };
const AGREEMENT = { number: '示例委〔2026〕1号', signedOn: '2026-11-20', validTo: '2028-12-01' };
const PUBLICATION = { publishedOn: '2026-11-25', documentNumber: '示例政〔2026〕1号' };

const granted: GrantPower = {
  mode: PowerGrantMode.GRANTED,
  divisionCode: '410225201',
  powerIds: ['p'],
  holder: TOWNSHIP,
  department: DEPARTMENT,
  legalBasis: '行政处罚法第二十四条',
  decisionNumber: '示例省政〔2026〕1号',
  capability: '经评估能够有效承接',
  publication: PUBLICATION,
  effectiveFrom: '2026-12-01',
};
const entrusted: GrantPower = { ...granted, mode: PowerGrantMode.ENTRUSTED, decisionNumber: null, agreement: AGREEMENT };
const own: GrantPower = { ...granted, mode: PowerGrantMode.OWN_STATUTORY, department: null, decisionNumber: null, publication: null };
const centralized: GrantPower = { ...granted, mode: PowerGrantMode.CENTRALIZED, divisionCode: '410225', department: null };

const power = (isOwnStatutory = false, penaltyKinds = [PenaltyKind.FINE]) => [{ code: 'CF01001', isOwnStatutory, penaltyKinds }];

test.each([
  ['a grant', granted, power()],
  ['an entrustment', entrusted, power()],
  [
    'an entrustment to an institution that manages public affairs (行政处罚法§21)',
    { ...entrusted, holder: { ...TOWNSHIP, creditCode: '12410225DEM0' } },
    power(),
  ],
  ['what the law gives to townships', own, power(true)],
  ['a concentrated list', centralized, power()],
])('%s is lawful', (_, grant, powers) => {
  expect(reasonOf(() => checkGrant(grant, powers, TODAY))).toBeNull();
});

test.each<[string, GrantPower, ReturnType<typeof power>, string]>([
  ['行政处罚法§18: detention is not granted', granted, power(false, [PenaltyKind.DETENTION]), 'PERSONAL_LIBERTY'],
  ['行政处罚法§18: nor entrusted', entrusted, power(false, [PenaltyKind.DETENTION]), 'PERSONAL_LIBERTY'],
  ['行政处罚法§18: a concentration takes the province’s decision', { ...centralized, decisionNumber: ' ' }, power(), 'DECISION_MISSING'],
  ['行政处罚法§18: and is a county’s', { ...centralized, divisionCode: '410225201' }, power(), 'NOT_A_COUNTY'],
  ['行政处罚法§20: an entrustment takes an agreement', { ...entrusted, agreement: null }, power(), 'AGREEMENT_MISSING'],
  ['行政处罚法§20: signed by today', { ...entrusted, agreement: { ...AGREEMENT, signedOn: '2026-11-27' } }, power(), 'AGREEMENT_TERM'],
  ['行政处罚法§20: and ends with it', { ...entrusted, effectiveTo: '2029-01-01' }, power(), 'AGREEMENT_TERM'],
  ['行政处罚法§20: the agreement is published', { ...entrusted, publication: null }, power(), 'PUBLICATION_MISSING'],
  [
    '行政处罚法§21: no village committee',
    { ...entrusted, holder: { ...TOWNSHIP, creditCode: '54410225DEM0' } },
    power(),
    'NOT_A_PUBLIC_BODY',
  ],
  ['行政处罚法§21: no company', { ...entrusted, holder: { ...TOWNSHIP, creditCode: '91410225DEM0' } }, power(), 'NOT_A_PUBLIC_BODY'],
  ['行政处罚法§21: whose conditions were looked at', { ...entrusted, capability: null }, power(), 'CAPABILITY_MISSING'],
  ['行政处罚法§24: a grant takes the province’s decision', { ...granted, decisionNumber: null }, power(), 'DECISION_MISSING'],
  ['行政处罚法§24: published', { ...granted, publication: null }, power(), 'PUBLICATION_MISSING'],
  [
    '行政处罚法§24: before it takes effect',
    { ...granted, publication: { ...PUBLICATION, publishedOn: '2026-12-02' } },
    power(),
    'PUBLISHED_LATER',
  ],
  ['行政处罚法§24: to who can carry it', { ...granted, capability: undefined }, power(), 'CAPABILITY_MISSING'],
  ['行政处罚法§24: to a township government', { ...granted, holder: { ...TOWNSHIP, creditCode: '12410225DEM0' } }, power(), 'NOT_AN_ORGAN'],
  ['行政处罚法§24: not to a village', { ...granted, divisionCode: '410225201200' }, power(), 'NOT_A_TOWNSHIP'],
  ['行政处罚法§24: not to a farm counted as a township', { ...granted, divisionCode: '410225401' }, power(), 'NOT_A_TOWNSHIP'],
  ['a grant names the department', { ...granted, department: null }, power(), 'DEPARTMENT_MISSING'],
  ['which is another organ', { ...granted, department: TOWNSHIP }, power(), 'SAME_ORGAN'],
  ['a grant has no agreement', { ...granted, agreement: AGREEMENT }, power(), 'AGREEMENT_OUT_OF_PLACE'],
  ['no power reaches into the past', { ...granted, effectiveFrom: '2026-11-25' }, power(), 'GRANT_BACKDATED'],
  ['nor ends before it begins', { ...granted, effectiveTo: '2026-12-01' }, power(), 'GRANT_DAYS'],
  ['what the law gives to townships is not granted', granted, power(true), 'OWN_STATUTORY'],
  ['nor entrusted', entrusted, power(true), 'OWN_STATUTORY'],
  ['nor concentrated', centralized, power(true), 'OWN_STATUTORY'],
  ['what it does not give is not theirs by law', own, power(false), 'NOT_OWN_STATUTORY'],
])('%s', (_, grant, powers, reason) => {
  expect(reasonOf(() => checkGrant(grant, powers, TODAY))).toBe(reason);
});

test('powers are named, each once, and not without end', () => {
  expect(reasonOf(() => checkPowerIds([]))).toBe('POWERS');
  expect(reasonOf(() => checkPowerIds(['a', 'a']))).toBe('POWERS');
  expect(reasonOf(() => checkPowerIds(Array.from({ length: 501 }, (_, index) => `${index}`)))).toBe('POWERS');
  expect(reasonOf(() => checkPowerIds(Array.from({ length: 500 }, (_, index) => `${index}`)))).toBeNull();
});

test('a renewal is signed by today, and longer', () => {
  expect(reasonOf(() => checkRenewal({ effectiveTo: '2028-12-01' }, AGREEMENT, TODAY))).toBe('RENEWAL_SHORTENS');
  expect(reasonOf(() => checkRenewal({ effectiveTo: '2027-12-01' }, { ...AGREEMENT, signedOn: '2026-11-27' }, TODAY))).toBe(
    'AGREEMENT_TERM',
  );
  expect(reasonOf(() => checkRenewal({ effectiveTo: '2027-12-01' }, AGREEMENT, TODAY))).toBeNull();
});

test.each([
  ['2026-11-25', 'END_BACKDATED'],
  ['2026-11-26', 'END_OUTSIDE_TERM'],
  ['2026-12-01', null],
  ['2028-12-01', null],
  ['2028-12-02', 'END_OUTSIDE_TERM'],
])('taken back on %s: %s', (effectiveOn, reason) => {
  const item = { powerCode: 'CF01001', validFrom: '2026-12-01', validTo: '2028-12-01' } as GrantedPower;
  expect(reasonOf(() => checkReclaim([item], effectiveOn, TODAY))).toBe(reason);
});

test('行政强制法§17, §29: an entrusted holder takes no coercive measure, and nobody is given the freezing of deposits', () => {
  const coerciveMeasures = [CoerciveMeasure.SEALING, CoerciveMeasure.FREEZING];
  expect(measuresOf(PowerGrantMode.ENTRUSTED, { coerciveMeasures })).toEqual([]);
  expect(measuresOf(PowerGrantMode.GRANTED, { coerciveMeasures })).toEqual([CoerciveMeasure.SEALING]);
});
