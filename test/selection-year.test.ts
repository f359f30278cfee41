import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SECONDMENT } from '@township-graph/secondment/module';
import { demoCreditCode } from '@township-graph/shared/credit-code';
import { LANKAO } from '@township-graph/shared/demo/divisions';
import { departmentOf, governedTownshipsOf, townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import { Scheduler } from '@township-graph/shared/scheduler/scheduler';
import { ENGINES } from '@township-graph/shared/testing/database';
import { startWholeGraph, type TestGraph } from './whole-graph';

const ORGANIZER = demoCreditCode('11', LANKAO, 14);
const YEAR = 2026;
/** As many mutations as one request may have. */
const CARDS_AT_ONCE = 5;
/** What a year of a whole county asks in a minute is more than one person may. */
const WITHOUT_BUDGETS = { RATE_LIMIT_POINTS: '0', OPERATION_MAX_COST: '1000000' };

interface Sent {
  readonly id: string;
  readonly division: { readonly code: string };
  readonly staffMember: { readonly id: string };
}

interface Posts {
  readonly id: string;
  readonly version: number;
  readonly approved: number;
  readonly actual: number;
  readonly vacancy: number;
  readonly fundingKind: string;
  readonly division: { readonly code: string };
  readonly organization: { readonly creditCode: string };
}

interface Outcome {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly outcome: string;
  readonly isConversionDue: boolean;
  readonly ban: { readonly until: string } | null;
  readonly to: { readonly creditCode: string };
  readonly staffMember: { readonly fundingKind: string };
  readonly appraisals: readonly {
    readonly year: number;
    readonly institutionGrade: string;
    readonly result: {
      readonly score: string;
      readonly grade: { readonly institution: string };
      readonly round: { readonly id: string };
      readonly scorecards: readonly { readonly scores: readonly { readonly score: string }[] }[];
    } | null;
  }[];
}

const OUTCOME = `id version state outcome isConversionDue ban { until } to { creditCode } staffMember { fundingKind }
  appraisals { year institutionGrade result { score grade { institution } round { id } scorecards { scores { score } } } }`;

const POSTS = 'id version approved actual vacancy fundingKind division { code } organization { creditCode }';

/** All 1,253 on SQLite; on MariaDB two of each township, for what differs there is the database, and not how many there are. */
describe.each(ENGINES)('a year of 兰考’s selected staff, through the graph on %s', (engine) => {
  let graph: TestGraph;
  let now = '2026-12-01T02:00:00Z';
  const clock = () => new Date(now);
  let sent: readonly Sent[];
  let before: readonly Posts[];
  let judged: readonly Outcome[];
  let roundId: string;

  beforeAll(async () => {
    graph = await startWholeGraph(engine, WITHOUT_BUDGETS, { clock, withDemo: false });
    await SECONDMENT.loadDemo(secondment().database, undefined, { clock });
    const all = await everyOne<Sent>(SELECTED, 'id division { code } staffMember { id }');
    expect(all).toHaveLength(1253);
    sent = engine === 'sqlite' ? all : governedTownshipsOf(LANKAO).flatMap((code) => ofTownship(all, code).slice(0, 2));
    before = await establishments();
  }, 120_000);
  afterAll(() => graph?.stop());

  test('their townships score all of them', async () => {
    const { id: schemeId } = await done('defineScheme', 'scheme { id }', SCHEME);
    const { items } = await done('listAppraisal', 'catalogue { items { id } }', LISTING);
    const governments = governedTownshipsOf(LANKAO).map((code) => ({
      divisionCode: code,
      creditCode: townshipGovernmentOf(code).creditCode,
    }));
    const round = await done(
      'openRound',
      `round { id raters { id division { code } } subjects { id subject { ... on StaffMember { id } } } }`,
      {
        divisionCode: LANKAO,
        catalogueItemId: items[0].id,
        schemeId,
        name: '示例2026年度考核',
        periodFrom: `${YEAR}-01-01`,
        periodTo: `${YEAR}-12-31`,
        scoringUntil: `${YEAR}-12-31`,
        subjects: sent.map((each) => ({ kind: 'STAFF_MEMBER', divisionCode: each.division.code, staffMemberId: each.staffMember.id })),
        raters: governments.map((government) => ({ group: 'T', ...government })),
      },
    );
    roundId = round.id;
    await step('startScoring', 1);
    const subjects = new Map(round.subjects.map(({ id, subject }: { id: string; subject: { id: string } }) => [subject.id, id]));
    for (const { divisionCode, creditCode } of governments) {
      const { id: raterId } = round.raters.find(({ division }: Pick<Sent, 'division'>) => division.code === divisionCode);
      const claims = { sub: `demo:${divisionCode}`, org: creditCode, divisions: [divisionCode], scope: 'assessment:score' };
      const cards = ofTownship(sent, divisionCode).map((each) => ({
        raterId,
        roundSubjectId: subjects.get(each.staffMember.id),
        scores: [{ indicator: 'A', score: scoreOf(each.id) }],
      }));
      await handIn(cards, await graph.sign(claims));
    }
  }, 120_000);

  test('a fifth of them, rounded down, is excellent; of two alike for the last seat a panel says which', async () => {
    expect(await step('calculateRound', 2)).toMatchObject({ undecidedTies: 2 });
    const ranking = `appraisalRanking(round: "${roundId}")`;
    const tied = (await everyOne<{ id: string; isTied: boolean }>(ranking, 'id isTied')).filter(({ isTied }) => isTied);
    await step('decideTie', 3, { resultIds: [tied[0]!.id] });
    await step('publishRound', 4);
    now = '2026-12-20T02:00:00Z';
    expect(await step('confirmRound', 5)).toMatchObject({ state: 'CONFIRMED' });
    const confirmed = await everyOne<{ grade: { institution: string } }>(ranking, 'grade { institution }');
    expect(confirmed.filter(({ grade }) => grade.institution === 'EXCELLENT')).toHaveLength(seats());
  }, 120_000);

  test('excellent are transferred where a post is free, the better first; who has failed is home, and banned for a year', async () => {
    await follow();
    const placed = await everyOne<Outcome>(SELECTED, OUTCOME);
    judged = placed.filter(({ appraisals }) => appraisals.some(isOfTheYear));
    expect(idsOf(judged)).toEqual(idsOf(sent));
    for (const grade of Object.keys(STANDINGS))
      for (const each of gradedAs(grade)) expect(STANDINGS[grade]).toContainEqual(standingOf(each));
    const hosts = new Set(gradedAs('EXCELLENT').map(({ to }) => to.creditCode));
    for (const host of hosts) {
      const excellent = gradedAs('EXCELLENT').filter(({ to }) => to.creditCode === host);
      const best = excellent.toSorted((a, b) => Number(scoreOf(b.id)) - Number(scoreOf(a.id))).slice(0, freePosts(host));
      const converted = excellent.filter(({ state }) => state === 'CONVERTED');
      expect(converted).toHaveLength(best.length);
      expect(converted.map((each) => scoreOf(each.id)).sort()).toEqual(best.map((each) => scoreOf(each.id)).sort());
    }
  }, 120_000);

  test('the county has the posts and the people that it had, and nobody is on a post that there is not', async () => {
    const after = await establishments();
    const totals = (those: readonly Posts[]) => [sumOf(those.map(({ approved }) => approved)), sumOf(those.map(({ actual }) => actual))];
    expect(totals(after)).toEqual(totals(before));
    expect(after.filter(({ approved, actual }) => actual > approved)).toEqual([]);
    const ofPartlyPaid = (those: readonly Posts[]) =>
      sumOf(those.filter(({ fundingKind }) => fundingKind !== 'FULL').map(({ actual }) => actual));
    expect(ofPartlyPaid(before) - ofPartlyPaid(after)).toBe(judged.filter(({ state }) => state === 'CONVERTED').length);
  });

  test('each outcome leads to the result and the cards that it rests on', () => {
    const trace = ({ appraisals }: Outcome) => appraisals.find(isOfTheYear)!;
    for (const each of judged) {
      const { institutionGrade, result } = trace(each);
      const score = scoreOf(each.id);
      expect(result).toEqual({
        score,
        grade: { institution: institutionGrade },
        round: { id: roundId },
        scorecards: [{ scores: [{ score }] }],
      });
    }
  });

  test('and does so by the query that the README shows', async () => {
    const readme = readFileSync(path.resolve(__dirname, '../subgraphs/secondment/README.md'), 'utf8');
    const [, trace] = /```graphql\n(query Trace[\s\S]*?)```/.exec(readme)!;
    const [one] = gradedAs('EXCELLENT');
    // Organisations are the directory's, which knows none here.
    const rater = { organization: { name: null } };
    const { placement } = await asked(trace!, { id: one!.id });
    const score = scoreOf(one!.id);
    expect(placement.appraisals.find(isOfTheYear).result).toEqual({
      score,
      round: { name: '示例2026年度考核' },
      scorecards: [{ rater, scores: [{ indicator: 'A', score }] }],
    });
  });

  test('who waits for a post gets it when one is moved there, and not before', async () => {
    // 15 is the most that a township receives.
    const waiting = judged.find(({ isConversionDue, to }) => isConversionDue && postsOf(to.creditCode).approved < 15);
    expect(waiting !== undefined).toBe(engine === 'sqlite');
    if (!waiting) return;
    const convert = { placementId: waiting.id, expectedVersion: waiting.version };
    expect(await refusedTo('convertPlacement', convert)).toMatchObject({ code: 'CONFLICT', reason: 'NO_FREE_POST' });
    const reserve = before.find(({ fundingKind, division, vacancy }) => fundingKind === 'FULL' && division.code === LANKAO && vacancy > 0)!;
    await done('transferEstablishment', 'transfer { id }', {
      establishmentId: reserve.id,
      expectedVersion: reserve.version,
      toEstablishmentId: postsOf(waiting.to.creditCode).id,
      posts: 1,
      approval: { authority: '示例编委', documentNumber: '示例编〔2026〕9号', approvedOn: '2026-12-01' },
    });
    const converted = await done('convertPlacement', 'placement { state isConversionDue }', convert);
    expect(converted).toEqual({ state: 'CONVERTED', isConversionDue: false });
  });

  test('a score that a review corrects lifts the ban, as a second version of the year, and moves the ranks of others', async () => {
    const [failed] = gradedAs('UNQUALIFIED');
    const corrected = `{ placement(id: "${failed!.id}") { state ban { until } appraisals { year institutionGrade resultVersion
      result { id version scorecards { id version } corrections { calculation scoreBefore scoreAfter } } } } }`;
    const year = async () => {
      const { placement } = await asked(corrected);
      return { ...placement, ...placement.appraisals.find(isOfTheYear) };
    };
    const { result } = await year();
    const [card] = result.scorecards;
    now = '2026-12-28T02:00:00Z';
    await done('correctScores', 'result { id }', {
      resultId: result.id,
      expectedVersion: result.version,
      cards: [{ scorecardId: card.id, expectedVersion: card.version, scores: [{ indicator: 'A', score: '75' }] }],
      ground: 'REVIEW',
      appliedOn: '2026-12-22',
      document: '示例复核〔2026〕1号',
      reason: '示例理由',
    });
    await follow();
    expect(await year()).toMatchObject({ state: 'RETURNED', ban: null, institutionGrade: 'QUALIFIED', resultVersion: 2 });
    expect((await year()).result.corrections).toEqual([{ calculation: 2, scoreBefore: scoreOf(failed!.id), scoreAfter: '75.00' }]);
    const ranked = await everyOne<{ rank: number; score: string }>(`appraisalRanking(round: "${roundId}")`, 'rank score');
    for (const { rank, score } of ranked) expect(rank).toBe(ranked.filter((each) => Number(each.score) > Number(score)).length + 1);
  }, 120_000);

  const secondment = () => graph.subgraphs.find(({ name }) => name === 'secondment')!;
  const seats = () => Math.floor(sent.length / 5);
  const gradedAs = (grade: string) => judged.filter(({ appraisals }) => appraisals.find(isOfTheYear)!.institutionGrade === grade);
  const postsOf = (host: string) =>
    before.find(({ fundingKind, organization }) => fundingKind === 'FULL' && organization.creditCode === host)!;
  const freePosts = (host: string) => postsOf(host).vacancy;
  const establishments = () => everyOne<Posts>(`establishments(filter: { divisionCode: "${LANKAO}" })`, POSTS);

  /** From 100 downwards to 57, all different but the two where the seats of the excellent end. */
  function scoreOf(placementId: string): string {
    const at = sent.findIndex(({ id }) => id === placementId);
    return (Math.floor(10_000 - ((at === seats() ? at - 1 : at) * 4300) / sent.length) / 100).toFixed(2);
  }

  async function handIn(cards: readonly object[], token: string): Promise<void> {
    for (let first = 0; first < cards.length; first += CARDS_AT_ONCE) {
      const some = cards.slice(first, first + CARDS_AT_ONCE);
      const named = some.map((_, index) => `$c${index}: SubmitScorecardInput!`).join(', ');
      const fields = some.map((_, index) => `c${index}: submitScorecard(input: $c${index}) { scorecard { id } }`).join(' ');
      await asked(`mutation (${named}) { ${fields} }`, Object.fromEntries(some.map((card, index) => [`c${index}`, card])), token);
    }
  }

  const step = (mutation: string, expectedVersion: number, more: object = {}) =>
    done(mutation, 'round { state undecidedTies }', { roundId, expectedVersion, ...more });

  /** What the scheduler would do by now. */
  async function follow(): Promise<void> {
    const { database, jobs } = secondment();
    await new Scheduler({ database, jobs, clock, everyMs: 1 }).runDue();
  }

  const manager = () =>
    graph.sign({
      sub: 'demo:manager',
      org: ORGANIZER,
      divisions: [LANKAO],
      scope: 'assessment:read assessment:manage personnel:read personnel:manage',
    });

  // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query
  async function asked(query: string, variables: object = {}, token?: string): Promise<any> {
    const { data, errors } = await graph.ask(query, { token: token ?? (await manager()), variables });
    expect(errors).toBeUndefined();
    return data;
  }

  async function everyOne<T>(field: string, shown: string): Promise<T[]> {
    const found: T[] = [];
    const query = `query ($after: String) { page: ${field.replace(/\)$/, ', first: 100, after: $after)')} { nodes { ${shown} } pageInfo { endCursor hasNextPage } } }`;
    for (let after: string | null = null, isMore = true; isMore; ) {
      const { page } = await asked(query, { after });
      found.push(...page.nodes);
      ({ endCursor: after, hasNextPage: isMore } = page.pageInfo);
    }
    return found;
  }

  const mutationOf = (name: string, shown: string) =>
    `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${shown} } }`;

  // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query
  async function done(name: string, shown: string, input: object): Promise<any> {
    const data = await asked(mutationOf(name, shown), { input });
    return Object.values(data[name])[0];
  }

  async function refusedTo(name: string, input: object): Promise<object> {
    const { errors } = await graph.ask(mutationOf(name, '__typename'), { token: await manager(), variables: { input } });
    return errors[0].extensions;
  }
});

const SELECTED = `placements(filter: { divisionCode: "${LANKAO}", kind: [SELECTION] })`;

const ofTownship = (all: readonly Sent[], code: string) => all.filter(({ division }) => division.code === code);
const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).sort();
const isOfTheYear = ({ year }: { readonly year: number }) => year === YEAR;
const sumOf = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** What may have come of a grade; whoever is not paid wholly is as before. */
const standingOf = ({ state, outcome, isConversionDue, ban, staffMember }: Outcome) => ({
  state,
  outcome,
  isConversionDue,
  banUntil: ban?.until ?? null,
  isWhollyPaid: staffMember.fundingKind === 'FULL',
});

const AS_BEFORE = { state: 'SERVING', outcome: 'UNCHANGED', isConversionDue: false, banUntil: null, isWhollyPaid: false };
const STANDINGS: Readonly<Record<string, readonly object[]>> = {
  EXCELLENT: [
    { ...AS_BEFORE, state: 'CONVERTED', outcome: 'CONVERTED', isWhollyPaid: true },
    { ...AS_BEFORE, outcome: 'CONVERTED', isConversionDue: true },
  ],
  QUALIFIED: [AS_BEFORE],
  BASICALLY_QUALIFIED: [AS_BEFORE],
  UNQUALIFIED: [{ ...AS_BEFORE, state: 'RETURNED', outcome: 'RETURNED', banUntil: '2027-12-20' }],
};

const SCHEME = {
  divisionCode: LANKAO,
  kind: 'ANNUAL_STAFF',
  name: '示例选派人员年度考核方案',
  subjectKind: 'STAFF_MEMBER',
  gradeScale: 'INSTITUTION',
  indicators: [{ code: 'A', name: '履职', weight: '100', source: 'MANUAL', duty: 'PRIMARY', isBundled: false }],
  raters: [{ code: 'T', name: '乡镇', kind: 'TOWNSHIP', weight: '100' }],
  bonuses: [],
  deductions: [],
  bonusCap: '0',
  vetoes: [],
  cutOffs: { first: '90', second: '70', third: '60' },
  quotaPercent: 20,
};

const LISTING = {
  divisionCode: LANKAO,
  year: YEAR,
  lastYearCount: 100,
  name: '示例选派人员年度考核',
  legalBasis: '示例依据',
  approvalDocument: '示例政〔2026〕1号',
  organizerCreditCode: ORGANIZER,
  organizerName: departmentOf(LANKAO, '农业农村').name,
  subjectKinds: ['STAFF_MEMBER'],
  roundsAYear: 1,
};
