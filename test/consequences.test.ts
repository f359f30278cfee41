import { dutyClaimsOf } from '@township-graph/commands/duty-claims';
import { AppraisalSource } from '@township-graph/secondment/placement/appraisal.enums';
import { Placement } from '@township-graph/secondment/placement/placement.entity';
import { PlacementKind } from '@township-graph/secondment/placement/placement.enums';
import { PlacementAppraisal } from '@township-graph/secondment/placement/placement-appraisal.entity';
import { StaffMember } from '@township-graph/secondment/staff-member/staff-member.entity';
import { staffRow } from '@township-graph/secondment/testing/staff-row';
import { demoCreditCode } from '@township-graph/shared/credit-code';
import { demoOrganization, departmentOf } from '@township-graph/shared/demo/roster';
import { httpEntrance } from '@township-graph/shared/graph-client/entrance';
import { MachineClient } from '@township-graph/shared/graph-client/machine-client';
import { insertAll } from '@township-graph/shared/insert-all';
import { Scheduler } from '@township-graph/shared/scheduler/scheduler';
import { startWholeGraph, type TestGraph } from './whole-graph';

const COUNTY = '410225';
const TOWNSHIP = '410225201';
const ORGANIZER = demoCreditCode('11', COUNTY, 14);
const SELECTED = 'staff-selected';
const ELSEWHERE = 'staff-nobody-knows';
/** Where less is handled: of five who are measured one may be excellent. */
const COLLEAGUES = [1, 2, 3, 4].map((number) => `staff-colleague-${number}`);
const VILLAGE = '410225201200';

/** What the township's centre handles: a number that two other subgraphs have, of one whom a third knows. */
const QUERY = `query ($staffMemberId: ID!) {
  staffMember(id: $staffMemberId) { servingDivision { ...Handled } }
}
fragment Handled on Division { handled: matters { totalCount } }`;
const HANDLED = 'staffMember.servingDivision.handled';

let graph: TestGraph;
let now = '2026-12-01T02:00:00Z';
const clock = () => new Date(now);

beforeAll(async () => {
  graph = await startWholeGraph('sqlite', {}, { clock });
  const { manager } = subgraph('secondment').database;
  const colleagues = COLLEAGUES.map((id) => staffRow({ id, divisionCode: VILLAGE }));
  await insertAll(manager, StaffMember, [staffRow({ id: SELECTED, fundingKind: 'SELF' }), ...colleagues]);
}, 120_000);
afterAll(() => graph?.stop());

const subgraph = (name: string) => graph.subgraphs.find((each) => each.name === name)!;
const manager = () =>
  graph.sign({
    sub: 'demo:manager',
    org: ORGANIZER,
    divisions: [COUNTY],
    scope: 'assessment:read assessment:manage personnel:read personnel:manage',
  });

/** The payload's only field. */
async function done(mutation: string, shown: string, input: object) {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${shown} } }`;
  const { data, errors } = await graph.ask(query, { token: await manager(), variables: { input } });
  expect(errors).toBeUndefined();
  return Object.values(data[mutation])[0] as { id: string; version: number; state: string };
}

async function read(query: string) {
  const { data, errors } = await graph.ask(query, { token: await manager() });
  expect(errors).toBeUndefined();
  return data;
}

/** What the scheduler of a subgraph would do by now. */
async function follow(name: string): Promise<void> {
  const { database, jobs } = subgraph(name);
  await new Scheduler({ database, jobs, clock, everyMs: 1 }).runDue();
}

test('the rounds of the demonstration reach everybody whom the selection placed, and the recalls of townships, once', async () => {
  await follow('secondment');
  await follow('secondment');
  const { placements, recallGrounds } = await read(`{
    placements(filter: { divisionCode: "${COUNTY}", kind: [SELECTION] }, first: 100) { totalCount nodes { state outcome appraisals { year source } } }
    recallGrounds(filter: { divisionCode: "${COUNTY}" }, first: 100) { totalCount nodes { isEnabling } }
  }`);
  expect(await subgraph('secondment').database.manager.countBy(PlacementAppraisal, { source: AppraisalSource.ASSESSMENT })).toBe(233);
  expect(placements.nodes[0].appraisals).toContainEqual({ year: 2025, source: 'ASSESSMENT' });
  expect(recallGrounds.totalCount).toBe(96);
  expect(new Set(recallGrounds.nodes.map(({ isEnabling }: { isEnabling: boolean }) => isEnabling))).toEqual(new Set([true, false]));
}, 60_000);

test('a year that the graph itself has measured is confirmed, and the placement is converted, with nobody typing it again', async () => {
  const { creditCode, name } = demoOrganization(TOWNSHIP, 'CENTER_PUBLIC_SERVICE');
  const placement = await done('beginPlacement', 'placement { id }', {
    staffMemberId: SELECTED,
    kind: 'STATIONED',
    divisionCode: TOWNSHIP,
    organization: { creditCode, name },
    postTitle: '示例岗位',
    document: '示例组〔2026〕3号',
    from: '2026-12-01',
    to: '2031-11-30',
  });
  // As an appointment leaves it: eight stages and months of publicity are another test's.
  await subgraph('secondment').database.manager.update(Placement, { id: placement.id }, { kind: PlacementKind.SELECTION });

  const { id: schemeId } = await done('defineScheme', 'scheme { id }', scheme());
  const { items } = (await done('listAppraisal', 'catalogue { id items { id } }', {
    divisionCode: COUNTY,
    year: 2026,
    lastYearCount: 10,
    name: '示例选派人员年度考核',
    legalBasis: '示例依据',
    approvalDocument: '示例政〔2026〕1号',
    organizerCreditCode: ORGANIZER,
    organizerName: departmentOf(COUNTY, '农业农村').name,
    subjectKinds: ['STAFF_MEMBER'],
    roundsAYear: 1,
  })) as unknown as { items: { id: string }[] };
  const subject = (staffMemberId: string) => ({ kind: 'STAFF_MEMBER', divisionCode: TOWNSHIP, staffMemberId });
  let round = await done('openRound', 'round { id version }', {
    divisionCode: COUNTY,
    catalogueItemId: items[0]!.id,
    schemeId,
    name: '示例2026年度',
    periodFrom: '2026-01-01',
    periodTo: '2026-12-31',
    scoringUntil: '2026-12-31',
    subjects: [SELECTED, ELSEWHERE, ...COLLEAGUES].map(subject),
    raters: [],
  });
  const roundId = round.id;
  const step = async (mutation: string) => {
    round = await done(mutation, 'round { id version state }', { roundId, expectedVersion: round.version });
  };
  await step('startScoring');
  await step('calculateRound');
  const { appraisalRound } = await read(`{ appraisalRound(id: "${roundId}") { evidence { value notScored query answer } } }`);
  expect(appraisalRound.evidence).toContainEqual({
    value: '152',
    notScored: null,
    query: QUERY,
    answer: '{"staffMember":{"servingDivision":{"handled":{"totalCount":152}}}}',
  });
  expect(appraisalRound.evidence).toContainEqual({ value: null, notScored: 'NO_VALUE', query: QUERY, answer: null });

  await step('publishRound');
  await follow('secondment');
  const shown = `{ placement(id: "${placement.id}") { outcome appraisals { year institutionGrade source sourceReference } } }`;
  expect((await read(shown)).placement).toEqual({ outcome: null, appraisals: [] });

  now = '2026-12-20T02:00:00Z';
  await step('confirmRound');
  expect(round.state).toBe('CONFIRMED');
  await follow('secondment');
  await follow('secondment');
  const { appraisalRanking } = await read(
    `{ appraisalRanking(round: "${roundId}") { nodes { id score grade { institution } subject { ... on StaffMember { id } } } } }`,
  );
  const result = appraisalRanking.nodes.find(({ subject: { id } }: { subject: { id: string } }) => id === SELECTED);
  expect(result).toMatchObject({ score: '100.00', grade: { institution: 'EXCELLENT' } });
  expect((await read(shown)).placement).toEqual({
    outcome: 'CONVERTED',
    appraisals: [{ year: 2026, institutionGrade: 'EXCELLENT', source: 'ASSESSMENT', sourceReference: result.id }],
  });
});

test('a token that follows a placement shows the township’s rows on its last day and not on the next, by every path', async () => {
  now = '2026-12-21T02:00:00Z';
  const staffMemberId = 'staff-on-duty';
  await insertAll(subgraph('secondment').database.manager, StaffMember, [staffRow({ id: staffMemberId })]);
  const { creditCode, name } = demoOrganization(TOWNSHIP, 'CENTER_PUBLIC_SERVICE');
  const placement = await done('beginPlacement', 'placement { id }', {
    staffMemberId,
    kind: 'STATIONED',
    divisionCode: TOWNSHIP,
    organization: { creditCode, name },
    postTitle: '示例岗位',
    document: '示例组〔2026〕3号',
    from: '2026-12-21',
    to: '2026-12-31',
  });
  const identityProvider = { sub: 'machine:identity-provider', divisions: [COUNTY], scope: 'personnel:read' };
  const provider = new MachineClient({ entrance: httpEntrance(`${graph.url}/graphql`), token: () => graph.sign(identityProvider) });
  const duty = await dutyClaimsOf(provider, staffMemberId);
  expect(duty).toMatchObject({ sub: staffMemberId, divisions: [{ code: TOWNSHIP, until: '2026-12-31' }] });
  const token = await graph.sign({ ...duty, scope: 'personnel:read matters:read' }, 30 * 24 * 3600);
  const drafts = `state: DRAFT, search: "${await draftedWord()}"`;
  const paths = `{
    rows: placements(filter: { divisionCode: "${TOWNSHIP}", state: [SERVING] }) { totalCount }
    one: placement(id: "${placement.id}") { id }
    who: staffMember(id: "${staffMemberId}") { id }
    nested: division(code: "${TOWNSHIP}") { placements { totalCount } matters(filter: { state: DRAFT }) { totalCount } }
    search: matters(filter: { ${drafts} }) { totalCount }
    statistics: staffingStatistics(filter: { divisionCode: "${TOWNSHIP}" }, groupBy: [LEVEL]) { people }
    feed: secondmentFeed(first: 1) { nodes { subjectId } }
  }`;
  const seen = async () => {
    const { data, errors } = await graph.ask(paths, { token });
    expect(errors).toBeUndefined();
    const { rows, one, who, nested, search, statistics, feed } = data;
    const counts = [rows, nested.placements, nested.matters, search].map(({ totalCount }) => totalCount > 0);
    return [...counts, one !== null, who !== null, statistics.length > 0, feed.nodes.length > 0];
  };
  now = '2026-12-31T15:59:59.999Z';
  expect(await seen()).toEqual(Array(8).fill(true));
  now = '2026-12-31T16:00:00.000Z';
  expect(await seen()).toEqual(Array(8).fill(false));
  await follow('secondment');
  expect((await dutyClaimsOf(provider, staffMemberId)).divisions).toEqual([COUNTY]);
  expect(await seen()).toEqual(Array(8).fill(false));
});

/** Two characters of the name of a matter that only the township sees yet. */
async function draftedWord(): Promise<string> {
  const token = await graph.sign({ sub: 'clerk', divisions: [TOWNSHIP], scope: 'matters:read' });
  const { data } = await graph.ask('{ matters(filter: { state: DRAFT }, first: 1) { nodes { name } } }', { token });
  return data.matters.nodes[0].name.slice(0, 2);
}

const TOWNSHIPS = { kind: 'TOWNSHIP', subjectKind: 'DIVISION', gradeScale: 'ORGANIZATION' };
const NAMED = { query: 'query ($divisionCode: DivisionCode!) { division(code: $divisionCode) { name } }', answerPath: 'division.name' };

test.each<[string, object, string]>([
  [
    'a field that there is not',
    scheme({ query: QUERY.replace('totalCount', 'howMany'), answerPath: `${HANDLED}.howMany` }),
    'QUERY_REFUSED',
  ],
  ['what costs more than one may ask for', scheme({ query: tooDear() }), 'QUERY_REFUSED'],
  ['what is no number', { ...scheme(NAMED), ...TOWNSHIPS }, 'PATH_NOT_A_NUMBER'],
])('no scheme is saved with a query of %s', async (_, input, reason) => {
  const { errors } = await graph.ask('mutation ($input: DefineSchemeInput!) { defineScheme(input: $input) { scheme { id } } }', {
    token: await manager(),
    variables: { input },
  });
  expect(errors[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason });
});

function tooDear(): string {
  const list = (inner: string) => `descendants(first: 100) { nodes { ${inner} } }`;
  return QUERY.replace('handled: matters', `${list(list(list('code')))} handled: matters`);
}

function scheme(indicator: object = {}) {
  const asked = {
    code: 'G',
    name: '办件事项数',
    weight: '100',
    source: 'GRAPH_QUERY',
    duty: 'PRIMARY',
    isBundled: false,
    query: QUERY,
    answerPath: `${HANDLED}.totalCount`,
    worst: '0',
    best: '152',
    ...indicator,
  };
  return {
    divisionCode: COUNTY,
    kind: 'ANNUAL_STAFF',
    name: '示例选派人员年度考核方案',
    subjectKind: 'STAFF_MEMBER',
    gradeScale: 'INSTITUTION',
    indicators: [asked],
    raters: [],
    bonuses: [],
    deductions: [],
    bonusCap: '0',
    vetoes: [],
    cutOffs: { first: '90', second: '80', third: '60' },
  };
}
