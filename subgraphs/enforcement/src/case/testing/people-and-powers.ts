import { demoCreditCode } from '@township-graph/shared/credit-code';
import { OfficerKind } from '../../officer/officer.enums';
import { CoerciveMeasure, FineUnit, PartyKind, PenaltyKind } from '../../power/power.enums';
import { OpenCasesRule, PowerGrantMode, PowerGrantState } from '../../power-grant/power-grant.enums';

export const TOWNSHIP = '410225201';
export const NEIGHBOUR = '410225202';
export const COUNTY = '410225';
export const GOVERNMENT = { creditCode: '11410225DEM012015M', name: '兰考县三义寨乡人民政府' };
export const NEIGHBOUR_GOVERNMENT = { creditCode: demoCreditCode('11', COUNTY, 1202), name: '兰考县示例镇人民政府' };
export const DEPARTMENT = { creditCode: '11410225DEM000014C', name: '兰考县城市管理局' };

const { WARNING, FINE, CONFISCATION_OF_GAINS, CONFISCATION_OF_PROPERTY, SUSPENSION_OF_BUSINESS } = PenaltyKind;

const power = (id: string, cause: string, more: object = {}) => ({
  id,
  code: `DEMO-${id}`,
  domain: '城市管理',
  cause,
  legalBasis: '示例条例§1',
  basisVerified: false,
  sanction: '警告、罚款、没收、停业',
  penaltyKinds: [WARNING, FINE, CONFISCATION_OF_PROPERTY, SUSPENSION_OF_BUSINESS],
  fines: [
    { partyKind: PartyKind.INDIVIDUAL, minimum: '50', maximum: '5000', unit: FineUnit.YUAN, base: null },
    { partyKind: PartyKind.ORGANIZATION, minimum: '500', maximum: '500000', unit: FineUnit.YUAN, base: null },
  ],
  hearingThresholds: [],
  coerciveMeasures: [CoerciveMeasure.SEALING, CoerciveMeasure.SEIZURE],
  originDepartment: '城管',
  isOwnStatutory: false,
  isFrequent: true,
  isProfessional: false,
  touchesLifeHealthOrFinance: false,
  variant: null,
  isDemonstration: true,
  ...more,
});

/** A granted power, one that touches life, one that confiscates gains, an entrusted one, one without coercion, two that end, a county organ’s, and nobody’s. */
export const POWERS = [
  power('granted', '示例：占道经营'),
  power('life', '示例：危害健康', { touchesLifeHealthOrFinance: true }),
  power('gains', '示例：没收违法所得', { penaltyKinds: [CONFISCATION_OF_GAINS] }),
  power('entrusted', '示例：受委托事项'),
  power('uncoercive', '示例：无强制措施', { coerciveMeasures: [] }),
  power('finished', '示例：收回后由原机关办结'),
  power('handed', '示例：收回后移交'),
  power('central', '示例：县级集中'),
  power('foreign', '示例：未赋权事项'),
];

const grant = (id: string, mode: PowerGrantMode, divisionCode: string, holder: typeof GOVERNMENT) => ({
  id,
  countyCode: COUNTY,
  divisionCode,
  mode,
  holderCreditCode: holder.creditCode,
  holderName: holder.name,
  departmentCreditCode: DEPARTMENT.creditCode,
  departmentName: DEPARTMENT.name,
  legalBasis: '行政处罚法§24',
  publishedOn: '2020-01-01',
  effectiveFrom: '2020-01-01',
  state: PowerGrantState.PUBLISHED,
  version: 1,
});

export const GRANTS = [
  grant('g-granted', PowerGrantMode.GRANTED, TOWNSHIP, GOVERNMENT),
  grant('g-entrusted', PowerGrantMode.ENTRUSTED, TOWNSHIP, GOVERNMENT),
  grant('g-neighbour', PowerGrantMode.GRANTED, NEIGHBOUR, NEIGHBOUR_GOVERNMENT),
  grant('g-central', PowerGrantMode.CENTRALIZED, COUNTY, DEPARTMENT),
];

const item = (powerId: string, grantId = 'g-granted', divisionCode = TOWNSHIP) => ({
  grantId,
  powerId,
  powerCode: `DEMO-${powerId}`,
  divisionCode,
  validFrom: '2020-01-01',
});
/** Taken back from 1 April 2026 on. */
const reclaimed = (openCases: OpenCasesRule) => ({
  validTo: '2026-04-01',
  reclaimedOn: '2026-04-01',
  reclaimLegalBasis: '示例省政府调整决定',
  reclaimNumber: '示例政〔2026〕3号',
  openCases,
});

export const GRANTED_POWERS = [
  ...['granted', 'life', 'gains', 'uncoercive'].map((id) => item(id)),
  item('entrusted', 'g-entrusted'),
  { ...item('finished'), ...reclaimed(OpenCasesRule.FINISH_BY_HOLDER) },
  { ...item('handed'), ...reclaimed(OpenCasesRule.HAND_OVER) },
  item('granted', 'g-neighbour', NEIGHBOUR),
  item('central', 'g-central', COUNTY),
];

const team = (id: string, divisionCode: string) => ({
  id,
  name: '示例中队',
  kind: 'TOWNSHIP',
  divisionCode,
  organCreditCode: GOVERNMENT.creditCode,
  organName: GOVERNMENT.name,
  establishedOn: '2020-01-01',
  version: 1,
});

export const TEAMS = [team('team', TOWNSHIP), team('other', NEIGHBOUR), team('county', COUNTY)];
export const COVERAGE = TEAMS.map(({ id, divisionCode }) => ({ teamId: id, divisionCode, validFrom: '2020-01-01', validTo: null }));

const officer = (id: string, more: object = {}) => ({
  id,
  staffMemberId: `staff-${id}`,
  name: `示例${id}`,
  kind: OfficerKind.CERTIFIED,
  divisionCode: TOWNSHIP,
  organCreditCode: GOVERNMENT.creditCode,
  organName: GOVERNMENT.name,
  teamId: 'team',
  allocation: null,
  legalQualificationNumber: null,
  reviewerSince: null,
  version: 1,
  ...more,
});

const reviewer = (id: string, more: object) => officer(id, { kind: OfficerKind.LEGAL_REVIEWER, teamId: null, ...more });

/** Three who investigate, a helper, one whose certificate ran out, three who review, a host, and one of elsewhere. */
export const OFFICERS = [
  ...['one', 'two', 'three', 'lapsed', 'host'].map((id) => officer(id)),
  officer('auxiliary', { kind: OfficerKind.AUXILIARY }),
  reviewer('reviewer', { legalQualificationNumber: 'DEMO1', reviewerSince: '2024-01-01' }),
  reviewer('veteran', { reviewerSince: '2015-01-01', divisionCode: COUNTY }),
  reviewer('novice', { reviewerSince: '2024-01-01' }),
  ...['neighbour', 'neighbour-two'].map((id) => officer(id, { divisionCode: NEIGHBOUR, teamId: 'other' })),
  ...['central-one', 'central-two'].map((id) => officer(id, { divisionCode: COUNTY, teamId: 'county' })),
];

export const CERTIFICATES = OFFICERS.filter(({ kind }) => kind === OfficerKind.CERTIFIED).map(({ id: officerId }) => ({
  id: `certificate-${officerId}`,
  officerId,
  number: `DEMO-${officerId}`,
  issuedBy: '示例省人民政府',
  validFrom: '2020-01-01',
  validTo: officerId === 'lapsed' ? '2026-03-01' : '2030-01-01',
  revokedOn: null,
  revokeReason: null,
}));
