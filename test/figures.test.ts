import { ENGINES } from '@township-graph/shared/testing/database';
import { startWholeGraph, type TestGraph } from './whole-graph';

const CENTER =
  '{ servicePoints(filter: { divisionCode: "410225207", tier: TOWNSHIP_CENTER }) { nodes { staffing { directors deputies staff } } } }';

const ofYear = (filter: string, measure: string) =>
  `{ applicationStatistics(filter: { divisionCode: "410225", openedOn: { from: "2020-01-01", to: "2021-01-01" } ${filter} }, groupBy: []) { ${measure} } }`;

const ADDED = (township: string) =>
  `{ division(code: "${township}") { enforcementTeam { officers(filter: { allocation: [POPULATION] }) { totalCount } } } }`;

/** Townships are told by what the rule gives them: of how many people each is, the codes of 2023 do not say. */
const ADDED_IN_EACH = `{ enforcementTeams(filter: { divisionCode: "410225", kind: [TOWNSHIP] }, first: 50) {
  nodes { officers(filter: { allocation: [POPULATION] }) { totalCount } } } }`;

const casesOf = (division: string, from: string, to: string, measure: string) =>
  `{ enforcementStatistics(filter: { divisionCode: "${division}", openedOn: { from: "${from}-01-01", to: "${to}-01-01" } }, groupBy: []) { ${measure} } }`;

const staffOf = (filter: string) => `{ staffMembers(filter: { ${filter} }) { totalCount } }`;
/** Of townships, which come after the county. */
const DISPOSABLE = '{ staffingStatistics(filter: { divisionCode: "330381" }, groupBy: [LEVEL]) { people servingElsewhere growth } }';
const QUOTA = '{ division(code: "410225201") { staffing { quota { minimum maximum } } } }';

/** How the graph counts each published figure that it says it reconciles with: a query, and the way to the number in its answer. */
const COUNTS: Readonly<Record<string, readonly [query: string, path: string]>> = {
  ruian_reform_townships: ['{ division(code: "330381") { children { totalCount } } }', 'division.children.totalCount'],
  ruian_townships: ['{ divisions(filter: { divisionCode: "330381", level: TOWNSHIP }) { totalCount } }', 'divisions.totalCount'],
  ruian_subdistricts: [
    '{ division(code: "330381") { children(filter: { kind: SUBDISTRICT }) { totalCount } } }',
    'division.children.totalCount',
  ],
  ruian_towns: ['{ division(code: "330381") { children(filter: { kind: TOWN }) { totalCount } } }', 'division.children.totalCount'],
  ruian_rural_townships: [
    '{ division(code: "330381") { children(filter: { kind: TOWNSHIP }) { totalCount } } }',
    'division.children.totalCount',
  ],
  ruian_territorial_items: [
    '{ responsibilityItems(filter: { divisionCode: "330381", kind: TERRITORIAL }) { totalCount } }',
    'responsibilityItems.totalCount',
  ],
  mayu_core_centers: ['{ division(code: "330381116") { functionalCenters { kind { code } } } }', 'division.functionalCenters.#CORE_'],
  mayu_chosen_centers: ['{ division(code: "330381116") { functionalCenters { kind { code } } } }', 'division.functionalCenters.#CHOSEN_'],
  yuhai_centers: ['{ division(code: "330381002") { functionalCenters { kind { code } } } }', 'division.functionalCenters.#'],
  ruian_delegated_matters: ['{ delegations(filter: { divisionCode: "330381" }) { totalCount } }', 'delegations.totalCount'],
  ruian_delegated_matters_before: [
    '{ delegations(filter: { divisionCode: "330381", asOf: "2020-01-01" }) { totalCount } }',
    'delegations.totalCount',
  ],
  ruian_delegated_matters_new: [
    '{ all: delegations(filter: { divisionCode: "330381" }) { totalCount } before: delegations(filter: { divisionCode: "330381", asOf: "2020-01-01" }) { totalCount } }',
    'all.totalCount-before.totalCount',
  ],
  ruian_self_service_matters: ['{ matters(filter: { divisionCode: "330381", selfService: true }) { totalCount } }', 'matters.totalCount'],
  jiangbei_guides: [
    '{ matterStatistics(filter: { divisionCode: "330205" }, groupBy: []) { catalogueItems } }',
    'matterStatistics.0.catalogueItems',
  ],
  jiangbei_guide_classes: [
    '{ matterStatistics(filter: { divisionCode: "330205" }, groupBy: [GUIDE_CLASS]) { catalogueItems } }',
    'matterStatistics.#',
  ],
  jiangbei_guide_editions: ['{ __type(name: "GuideEdition") { enumValues { name } } }', '__type.enumValues.#'],
  lankao_townships: [
    '{ organizations(filter: { divisionCode: "410225", kinds: [TOWNSHIP_GOVERNMENT, SUBDISTRICT_OFFICE] }) { totalCount } }',
    'organizations.totalCount',
  ],
  lankao_offices_per_township: [
    '{ division(code: "410225201") { organizations(filter: { kinds: [INTERNAL_OFFICE] }) { totalCount } } }',
    'division.organizations.totalCount',
  ],
  lankao_institutions_per_township: [
    '{ division(code: "410225201") { organizations(filter: { kinds: [PUBLIC_INSTITUTION] }) { totalCount } } }',
    'division.organizations.totalCount',
  ],
  lankao_township_service_centers: [
    '{ servicePoints(filter: { divisionCode: "410225", tier: TOWNSHIP_CENTER }) { totalCount } }',
    'servicePoints.totalCount',
  ],
  lankao_township_matters: ['{ division(code: "410225103") { matters { totalCount } } }', 'division.matters.totalCount'],
  lankao_village_matters: ['{ division(code: "410225201200") { matters { totalCount } } }', 'division.matters.totalCount'],
  lankao_approval_steps: [
    '{ matterStatistics(filter: { divisionCode: "410225" }, groupBy: []) { maximumSteps } }',
    'matterStatistics.0.maximumSteps',
  ],
  lankao_kiosks: ['{ servicePoints(filter: { divisionCode: "410225", tier: KIOSK }) { totalCount } }', 'servicePoints.totalCount'],
  lankao_kiosk_matters: [
    '{ matterStatistics(filter: { divisionCode: "410225", selfService: true }, groupBy: []) { catalogueItems } }',
    'matterStatistics.0.catalogueItems',
  ],
  lankao_directors_per_center: [CENTER, 'servicePoints.nodes.0.staffing.directors'],
  lankao_deputies_per_center: [CENTER, 'servicePoints.nodes.0.staffing.deputies'],
  lankao_staff_per_center: [CENTER, 'servicePoints.nodes.0.staffing.staff'],
  lankao_township_power_items: [
    '{ responsibilityLists(filter: { divisionCode: "410225", kind: POWER_LIST, level: TOWNSHIP }) { nodes { itemCount } } }',
    'responsibilityLists.nodes.0.itemCount',
  ],
  lankao_communities: [
    '{ division(code: "410225") { descendants(filter: { kind: RESIDENTS_COMMITTEE }) { totalCount } } }',
    'division.descendants.totalCount',
  ],
  lankao_rural_townships: [
    '{ division(code: "410225") { a: children(filter: { kind: TOWN }) { totalCount } b: children(filter: { kind: TOWNSHIP }) { totalCount } } }',
    'division.a.totalCount+division.b.totalCount',
  ],
  lankao_cases_per_month: [ofYear('', 'applications'), 'applicationStatistics.0.applications/12'],
  lankao_immediate_share: [ofYear('', 'immediateShare'), 'applicationStatistics.0.immediateShare*100'],
  lankao_kiosk_cases: [ofYear('channel: [KIOSK]', 'applications'), 'applicationStatistics.0.applications'],
  lankao_free_deliveries: [ofYear('deliveryMethod: [MAIL]', 'applications'), 'applicationStatistics.0.applications'],
  wucheng_enforcement_items: ['{ enforcementPowers { totalCount } }', 'enforcementPowers.totalCount'],
  wucheng_enforcement_fields: ['{ enforcementDomains { name } }', 'enforcementDomains.#'],
  yangzhou_penalty_powers: ['{ enforcementPowers(filter: { divisionCode: "321000" }) { totalCount } }', 'enforcementPowers.totalCount'],
  zhejiang_center_towns: ['{ enforcementTeams(filter: { kind: [SHARED] }) { totalCount } }', 'enforcementTeams.totalCount'],
  lankao_enforcement_fields: ['{ enforcementDomains(filter: { divisionCode: "410225" }) { name } }', 'enforcementDomains.#'],
  lankao_enforcement_departments: [
    '{ powerGrants(filter: { divisionCode: "410225201", mode: [GRANTED, ENTRUSTED] }) { totalCount } }',
    'powerGrants.totalCount',
  ],
  lankao_strong_town_powers: [
    '{ division(code: "410225101") { enforcementPowers { totalCount } } }',
    'division.enforcementPowers.totalCount',
  ],
  lankao_township_powers: ['{ division(code: "410225201") { enforcementPowers { totalCount } } }', 'division.enforcementPowers.totalCount'],
  lankao_entrusted_powers: [
    '{ division(code: "410225201") { enforcementPowers(filter: { mode: [ENTRUSTED] }) { totalCount } } }',
    'division.enforcementPowers.totalCount',
  ],
  lankao_enforcement_staff: ['{ officers(filter: { divisionCode: "410225", kind: [CERTIFIED] }) { totalCount } }', 'officers.totalCount'],
  lankao_enforcement_staff_base: [
    '{ officers(filter: { divisionCode: "410225", allocation: [BASE] }) { totalCount } }',
    'officers.totalCount',
  ],
  lankao_staff_small_township: [ADDED('410225201'), 'division.enforcementTeam.officers.totalCount'],
  lankao_staff_large_township: [ADDED('410225101'), 'division.enforcementTeam.officers.totalCount'],
  lankao_enforcement_cases: [casesOf('410225', '2021', '2024', 'cases'), 'enforcementStatistics.0.cases'],
  lankao_satisfaction_before: [casesOf('410225', '2021', '2022', 'visited satisfaction'), 'enforcementStatistics.0.satisfaction*100'],
  lankao_satisfaction_after: [casesOf('410225', '2023', '2024', 'visited satisfaction'), 'enforcementStatistics.0.satisfaction*100'],
  ruian_station_case_share: [casesOf('330381', '2021', '2024', 'stationShare'), 'enforcementStatistics.0.stationShare*100'],
  lankao_small_townships: [ADDED_IN_EACH, 'enforcementTeams.nodes.#"totalCount":10'],
  lankao_large_townships: [ADDED_IN_EACH, 'enforcementTeams.nodes.#"totalCount":15'],
  ruian_staff_moved_down: [
    staffOf('homeDivisionCode: "330381", establishmentKind: [ADMINISTRATIVE], servesElsewhere: true'),
    'staffMembers.totalCount',
  ],
  ruian_organ_staff: [staffOf('homeDivisionCode: "330381", establishmentKind: [ADMINISTRATIVE]'), 'staffMembers.totalCount'],
  ruian_organ_staff_baseline: [staffOf('homeDivisionCode: "330381", establishmentKind: [ADMINISTRATIVE]'), 'staffMembers.totalCount'],
  ruian_station_staff_baseline: [
    staffOf('homeDivisionCode: "330381", establishmentKind: [POLITICAL_LEGAL, CIVIL_SERVICE_MANAGED]'),
    'staffMembers.totalCount',
  ],
  ruian_deployable_staff_before: [DISPOSABLE, 'staffingStatistics.1.people-staffingStatistics.1.servingElsewhere'],
  ruian_deployable_staff_after: [DISPOSABLE, 'staffingStatistics.1.people'],
  ruian_deployable_staff_growth: [DISPOSABLE, 'staffingStatistics.1.growth*100'],
  // Also of whom an appraisal has since made the township's own.
  lankao_sent_down_since_2017: [
    '{ placements(filter: { homeDivisionCode: "410225", kind: [SELECTION] }) { totalCount } }',
    'placements.totalCount',
  ],
  lankao_posts_moved_down: ['{ transferredPosts(filter: { divisionCode: "410225", isDownward: true }) }', 'transferredPosts'],
  danyang_posts_moved_down: ['{ transferredPosts(filter: { divisionCode: "321181", isDownward: true }) }', 'transferredPosts'],
  lankao_quota_per_township_least: [QUOTA, 'division.staffing.quota.minimum'],
  lankao_quota_per_township_most: [QUOTA, 'division.staffing.quota.maximum'],
};

/** Applications and cases come at a scale here; that the whole are as many as was published, their plans’ tests count. */
const SCALE = 0.01;
const SCALED = ['lankao_cases_per_month', 'lankao_kiosk_cases', 'lankao_free_deliveries', 'lankao_enforcement_cases'];
/** Shares of so few answers that they come as near as whole answers can. */
const ANSWERS: Readonly<Record<string, string>> = {
  lankao_satisfaction_before: 'enforcementStatistics.0.visited',
  lankao_satisfaction_after: 'enforcementStatistics.0.visited',
};

/** What is to be counted at this scale. */
function expectedOf(key: string, published: number, data: unknown): number {
  if (SCALED.includes(key)) return Math.round(published * SCALE);
  if (!(key in ANSWERS)) return published;
  const answers = numberAt(data, ANSWERS[key]!);
  return (Math.round((answers * published) / 100) / answers) * 100;
}

/** The number at a path; `#` counts a list, `#X` those of it that say X, `+` and `-` join two paths; `/12` and `*100` come last. */
function numberAt(data: unknown, path: string): number {
  const [, whole, sign, factor] = /^(.+)([*/])(\d+)$/.exec(path) ?? [];
  if (whole) return sign === '*' ? numberAt(data, whole) * Number(factor) : numberAt(data, whole) / Number(factor);
  const joined = /^(.+?)([+-])(.+)$/.exec(path);
  if (joined) return numberAt(data, joined[1]!) + (joined[2] === '+' ? 1 : -1) * numberAt(data, joined[3]!);
  const value = path.split('.').reduce<unknown>((at, step) => {
    if (step.startsWith('#')) return (at as unknown[]).filter((row) => JSON.stringify(row).includes(step.slice(1))).length;
    return (at as Record<string, unknown>)[step];
  }, data);
  return value as number;
}

describe.each(ENGINES)('published figures, counted on %s', (engine) => {
  let graph: TestGraph;
  let published: { id: string; value: string }[];
  let token: string;

  beforeAll(async () => {
    graph = await startWholeGraph(engine, {}, { scale: SCALE });
    const scope = 'matters:read matters:manage enforcement:read enforcement:manage personnel:read';
    token = await graph.sign({ sub: 'who counts', divisions: ['410225', '330381', '321181'], scope });
    published = (await graph.ask('{ reportedFigures(reconciles: YES, first: 100) { nodes { id value } } }')).data.reportedFigures.nodes;
  });

  afterAll(() => graph.stop());

  test('every figure that is said to reconcile has a query here, and no other', () => {
    expect(Object.keys(COUNTS).sort()).toEqual(published.map(({ id }) => id).sort());
  });

  test.each(Object.keys(COUNTS))('%s', async (key) => {
    const [query, path] = COUNTS[key]!;
    const { data, errors } = await graph.ask(query, { token });
    expect(errors).toBeUndefined();
    expect(numberAt(data, path)).toBeCloseTo(expectedOf(key, Number(published.find(({ id }) => id === key)?.value), data), 2);
  });
});
