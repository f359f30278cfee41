import { DivisionKind, kindOf } from '../src/division-code';
import { demoId } from './demo-id';
import { LANKAO, MAYU, YUHAI } from './divisions';

/** A kind of functional centre (功能中心): data, because every place draws its own scheme. */
export interface FunctionalCenterKind {
  /** Unique over all schemes. */
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** The code of the scheme that it belongs to. */
  readonly scheme: string;
}

/** A kind with its members: how the demonstration fills a centre of this kind, which is no part of the kind itself. */
export interface StaffedCenterKind {
  readonly kind: FunctionalCenterKind;
  /** The roles of the township's bodies that work in such a centre. */
  readonly members: readonly string[];
}

/** A way to divide a township's work into centres. */
export interface FunctionalCenterScheme {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** Whether the published reports name the centres. Where they give a number only, the names are ours. */
  readonly namesArePublished: boolean;
}

export const FUNCTIONAL_CENTER_SCHEMES: readonly FunctionalCenterScheme[] = [
  { code: 'ONE_CENTER_FOUR_PLATFORMS', zh: '一中心四平台', en: 'One centre, four platforms', namesArePublished: false },
  { code: 'FOUR_PLUS_THREE', zh: '“4+3”功能中心', en: 'Four core and three chosen centres', namesArePublished: false },
  { code: 'FIVE_CENTERS', zh: '五大中心', en: 'Five centres', namesArePublished: false },
  { code: 'SIX_MODULES', zh: '六大模块', en: 'Six modules', namesArePublished: true },
  { code: 'SEVEN_MODULES', zh: '七大模块', en: 'Seven modules', namesArePublished: false },
];

function kind(scheme: string, code: string, zh: string, en: string, members: string[] = []): StaffedCenterKind {
  return { kind: { code, zh, en, scheme }, members };
}

/** Every kind of every scheme. The six- and seven-module schemes have no centre in the demonstration, and so no members. */
export const STAFFED_CENTER_KINDS: readonly StaffedCenterKind[] = [
  kind('ONE_CENTER_FOUR_PLATFORMS', 'COMMAND_CENTER', '综合指挥中心', 'Command centre', [
    'OFFICE_GENERAL',
    'OFFICE_PARTY_BUILDING',
    'CENTER_PARTY_MASSES',
  ]),
  kind('ONE_CENTER_FOUR_PLATFORMS', 'PLATFORM_PUBLIC_ORDER', '综治工作平台', 'Public-order platform', [
    'OFFICE_PUBLIC_SAFETY',
    'CENTER_GOVERNANCE',
    'STATION_POLICE',
    'STATION_JUSTICE',
  ]),
  kind('ONE_CENTER_FOUR_PLATFORMS', 'PLATFORM_ENFORCEMENT', '监管执法平台', 'Supervision and enforcement platform', [
    'OFFICE_ENFORCEMENT',
    'CENTER_CONSTRUCTION',
    'STATION_MARKET',
    'STATION_LAND',
  ]),
  kind('ONE_CENTER_FOUR_PLATFORMS', 'PLATFORM_EMERGENCY', '应急管理平台', 'Emergency platform', ['OFFICE_EMERGENCY']),
  kind('ONE_CENTER_FOUR_PLATFORMS', 'PLATFORM_PUBLIC_SERVICE', '公共服务平台', 'Public-service platform', [
    'OFFICE_ECONOMY',
    'OFFICE_SOCIAL_AFFAIRS',
    'CENTER_PUBLIC_SERVICE',
    'CENTER_AGRICULTURE',
    'STATION_FINANCE',
    'STATION_HUMAN_RESOURCES',
    'STATION_VETERANS',
  ]),

  kind('FOUR_PLUS_THREE', 'CORE_PUBLIC_ORDER', '综治工作中心', 'Public-order centre (core)', ['STATION_POLICE', 'STATION_JUSTICE']),
  kind('FOUR_PLUS_THREE', 'CORE_ENFORCEMENT', '监管执法中心', 'Supervision and enforcement centre (core)', [
    'STATION_MARKET',
    'STATION_ENFORCEMENT',
  ]),
  kind('FOUR_PLUS_THREE', 'CORE_EMERGENCY', '应急管理中心', 'Emergency centre (core)', ['STATION_EMERGENCY']),
  kind('FOUR_PLUS_THREE', 'CORE_PUBLIC_SERVICE', '公共服务中心', 'Public-service centre (core)', [
    'STATION_HUMAN_RESOURCES',
    'STATION_VETERANS',
  ]),
  kind('FOUR_PLUS_THREE', 'CHOSEN_ECONOMY', '经济发展中心', 'Economy centre (chosen)', ['STATION_FINANCE']),
  kind('FOUR_PLUS_THREE', 'CHOSEN_AGRICULTURE', '农业农村中心', 'Agriculture and countryside centre (chosen)', ['STATION_AGRICULTURE']),
  kind('FOUR_PLUS_THREE', 'CHOSEN_CONSTRUCTION', '村镇建设中心', 'Town and village building centre (chosen)', ['STATION_LAND']),

  kind('FIVE_CENTERS', 'FIVE_PARTY_MASSES', '党群服务中心', 'Party and community centre', ['STATION_VETERANS']),
  kind('FIVE_CENTERS', 'FIVE_GOVERNANCE', '综合治理中心', 'Governance centre', ['STATION_POLICE', 'STATION_JUSTICE']),
  kind('FIVE_CENTERS', 'FIVE_ENFORCEMENT', '综合执法中心', 'Enforcement centre', ['STATION_MARKET', 'STATION_ENFORCEMENT', 'STATION_LAND']),
  kind('FIVE_CENTERS', 'FIVE_EMERGENCY', '应急管理中心', 'Emergency centre', ['STATION_EMERGENCY']),
  kind('FIVE_CENTERS', 'FIVE_PUBLIC_SERVICE', '公共服务中心', 'Public-service centre', [
    'STATION_FINANCE',
    'STATION_HUMAN_RESOURCES',
    'STATION_AGRICULTURE',
  ]),

  kind('SIX_MODULES', 'SIX_PARTY_BUILDING', '党建统领', 'Party leadership'),
  kind('SIX_MODULES', 'SIX_ECONOMY_ECOLOGY', '经济生态', 'Economy and ecology'),
  kind('SIX_MODULES', 'SIX_PUBLIC_ORDER', '综治工作', 'Public order'),
  kind('SIX_MODULES', 'SIX_ENFORCEMENT', '监管执法', 'Supervision and enforcement'),
  kind('SIX_MODULES', 'SIX_EMERGENCY', '应急管理', 'Emergency management'),
  kind('SIX_MODULES', 'SIX_PUBLIC_SERVICE', '公共服务', 'Public service'),

  kind('SEVEN_MODULES', 'SEVEN_GENERAL', '党政综合', 'General affairs'),
  kind('SEVEN_MODULES', 'SEVEN_PARTY_BUILDING', '党的建设', 'Party building'),
  kind('SEVEN_MODULES', 'SEVEN_ECONOMY', '经济发展', 'Economic development'),
  kind('SEVEN_MODULES', 'SEVEN_SOCIAL_AFFAIRS', '社会事业', 'Social affairs'),
  kind('SEVEN_MODULES', 'SEVEN_GOVERNANCE', '社会治理', 'Social governance'),
  kind('SEVEN_MODULES', 'SEVEN_APPROVAL_SERVICE', '审批服务', 'Approval and service'),
  kind('SEVEN_MODULES', 'SEVEN_ENFORCEMENT', '综合执法', 'Enforcement'),
];

/** The kinds alone, as the graph shows them. */
export const FUNCTIONAL_CENTER_KINDS: readonly FunctionalCenterKind[] = STAFFED_CENTER_KINDS.map((staffed) => staffed.kind);

/** The scheme of functional centres that a township of the demonstration uses; null if it uses none. */
export function functionalCenterSchemeOf(townshipCode: string): string | null {
  if (townshipCode === MAYU) return 'FOUR_PLUS_THREE';
  if (townshipCode === YUHAI) return 'FIVE_CENTERS';
  const isLankaoTownship = townshipCode.startsWith(LANKAO) && townshipCode.length === 9;
  return isLankaoTownship && kindOf(townshipCode) !== DivisionKind.TOWNSHIP_EQUIVALENT ? 'ONE_CENTER_FOUR_PLATFORMS' : null;
}

/** The identifier of a township's functional centre of this kind. */
export function functionalCenterId(townshipCode: string, kindCode: string): string {
  return demoId(`functional-center:${townshipCode}:${kindCode}`);
}
