import type { OfficerOnDay, OfficersOnDay } from '../../filing/officers-on-day';
import { CoerciveMeasure, FineUnit, PartyKind, PenaltyKind } from '../../power/power.enums';
import { OpenCasesRule, PowerGrantMode, PowerGrantState } from '../../power-grant/power-grant.enums';

export const TOWNSHIP = '410225201';
export const NEIGHBOUR = '410225202';
export const COUNTY = '410225';
export const GOVERNMENT = { creditCode: '11410225DEM012015M', name: '兰考县三义寨乡人民政府' };
export const DEPARTMENT = { creditCode: '11410225DEM000014C', name: '兰考县城市管理局' };

const { WARNING, FINE, CONFISCATION_OF_PROPERTY, SUSPENSION_OF_BUSINESS } = PenaltyKind;

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

/** A granted power, one that touches life, an entrusted one, one without coercion, two that end, a county organ’s, and nobody’s. */
export const POWERS = [
  power('granted', '示例：占道经营'),
  power('life', '示例：危害健康', { touchesLifeHealthOrFinance: true }),
  power('entrusted', '示例：受委托事项'),
  power('uncoercive', '示例：无强制措施', { coerciveMeasures: [] }),
  power('finished', '示例：收回后由原机关办结'),
  power('handed', '示例：收回后移交'),
  power('central', '示例：县级集中'),
  power('foreign', '示例：未赋权事项'),
];

const officer = (id: string, more: Partial<OfficerOnDay> = {}): OfficerOnDay => ({
  id,
  isCertified: true,
  isAuxiliary: false,
  isLegalReviewer: false,
  isQualified: false,
  ...more,
});

export const OFFICERS = [
  officer('one'),
  officer('two'),
  officer('three'),
  officer('auxiliary', { isAuxiliary: true, isCertified: false }),
  officer('lapsed', { isCertified: false }),
  officer('reviewer', { isLegalReviewer: true, isQualified: true }),
  officer('novice', { isLegalReviewer: true }),
  officer('host'),
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
const reclaimed = (openCases: OpenCasesRule) => ({ validTo: '2026-04-01', reclaimedOn: '2026-04-01', openCases });

export const GRANTED_POWERS = [
  ...['granted', 'life', 'uncoercive'].map((id) => item(id)),
  item('entrusted', 'g-entrusted'),
  { ...item('finished'), ...reclaimed(OpenCasesRule.FINISH_BY_HOLDER) },
  { ...item('handed'), ...reclaimed(OpenCasesRule.HAND_OVER) },
  item('central', 'g-central', COUNTY),
];

export const OFFICERS_ON_DAY: OfficersOnDay = async (_tx, ids) => OFFICERS.filter(({ id }) => ids.includes(id));
