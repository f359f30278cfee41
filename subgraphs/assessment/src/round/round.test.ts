import { type AskOptions, type GraphClient, GraphUnanswered } from '@township-graph/shared/graph-client/graph-client';
import { ENGINES } from '@township-graph/shared/testing/database';
import {
  AssessmentDesk,
  BUREAU,
  COUNTY,
  DEPARTMENT,
  GOVERNMENTS,
  manager,
  ORGANIZER,
  OURS,
  rater,
  schemeOf,
  THEIRS,
  TOWNSHIPS,
  viewer,
} from '../testing/assessment-desk';

const BUREAUS = [ORGANIZER, DEPARTMENT, BUREAU];
const bureaus = BUREAUS.map((creditCode) => ({ kind: 'ORGANIZATION', divisionCode: COUNTY, creditCode }));
const towns = TOWNSHIPS.slice(0, 3).map((divisionCode, at) => ({ group: 'T', divisionCode, creditCode: GOVERNMENTS[at] }));
const ours = rater(GOVERNMENTS[0], OURS);
const theirs = rater(GOVERNMENTS[1], THEIRS);
const third = rater(GOVERNMENTS[2], TOWNSHIPS[2]);
const RATERS = [ours, theirs, third];

/** What the graph says, as a test sets it; null when nobody can be reached. */
const answers: { value: number | null } = { value: 75 };
const underWay = { now: 0, most: 0 };
const asked: { query: string; variables: object; within: readonly string[] | undefined }[] = [];
const graph: GraphClient = {
  async ask<T>(query: string, variables = {}, { within }: AskOptions = {}) {
    asked.push({ query, variables, within });
    underWay.now += 1;
    underWay.most = Math.max(underWay.most, underWay.now);
    await null;
    underWay.now -= 1;
    if (answers.value === null) throw new GraphUnanswered('UNREACHABLE', 'SUBGRAPH_TIMED_OUT');
    return { division: { matters: { totalCount: answers.value } } } as T;
  },
};

describe.each(ENGINES)('rounds on %s', (engine) => {
  let desk: AssessmentDesk;

  beforeAll(async () => {
    desk = await AssessmentDesk.open(engine, graph);
  });
  beforeEach(() => {
    desk.now = new Date('2026-03-02T02:00:00Z');
    answers.value = 75;
    asked.length = 0;
  });
  afterAll(() => desk.opened.close());

  const bureausScored = async (points: readonly string[], more: object = {}) => {
    const round = await desk.round(await desk.scheme(more), bureaus, towns);
    for (const [at, { id }] of round.subjects.entries())
      for (const town of round.raters) {
        const who = RATERS.find(({ organization }) => organization === town.organization!.creditCode)!;
        expect((await desk.score(who, town.id, id, { A: points[at]! })).error).toBeUndefined();
      }
    return round;
  };
  const calculated = async (points: readonly string[], more: object = {}) => desk.step('calculateRound', await bureausScored(points, more));
  const raterIn = (round: { raters: readonly { id: string; division: { code: string } }[] }, division: string) =>
    round.raters.find(({ division: { code } }) => code === division)!.id;

  describe('what may be held', () => {
    const opening = async (more: object = {}) => ({
      divisionCode: COUNTY,
      catalogueItemId: await desk.listed(),
      schemeId: await desk.scheme(),
      name: '示例轮次',
      periodFrom: '2026-01-01',
      periodTo: '2026-12-31',
      scoringUntil: '2026-03-31',
      subjects: bureaus,
      raters: towns,
      ...more,
    });
    const refused = async (more: object, who = manager) => (await desk.send('openRound', 'round { id }', who, await opening(more))).error;

    test('only what is on the list of its year, as often as the list allows, by whoever it names', async () => {
      expect(await refused({ catalogueItemId: 'nothing' })).toMatchObject({ code: 'CONFLICT', reason: 'UNLISTED_APPRAISAL' });
      expect(await refused({ periodFrom: '2025-01-01', periodTo: '2025-12-31' })).toMatchObject({ reason: 'UNLISTED_APPRAISAL' });
      expect(await refused({ catalogueItemId: await desk.listed({ subjectKinds: ['DIVISION'] }) })).toMatchObject({
        reason: 'UNLISTED_APPRAISAL',
      });
      const once = await desk.listed({ roundsAYear: 1 });
      expect(await refused({ catalogueItemId: once })).toBeUndefined();
      expect(await refused({ catalogueItemId: once })).toMatchObject({ reason: 'HELD_OFTEN_ENOUGH', roundsAYear: 1 });
      expect(await refused({}, viewer(DEPARTMENT, COUNTY, ['assessment:manage']))).toMatchObject({
        code: 'FORBIDDEN',
        reason: 'NOT_THE_ORGANIZER',
      });
      expect(await refused({}, viewer(ORGANIZER, OURS, ['assessment:manage']))).toMatchObject({
        code: 'FORBIDDEN',
        reason: 'OUTSIDE_DIVISIONS',
      });
    });

    test('a scheme that was replaced opens no round; one that is in use goes on', async () => {
      const schemeId = await desk.scheme();
      const round = await desk.round(schemeId, bureaus, towns);
      await desk.scheme({ replaces: schemeId });
      expect(await refused({ schemeId })).toMatchObject({ code: 'CONFLICT', reason: 'SCHEME_REPLACED' });
      expect((await desk.score(ours, raterIn(round, OURS), round.subjects[0]!.id, { A: '90' })).error).toBeUndefined();
    });

    test.each([
      ['a subject twice', { subjects: [bureaus[0], bureaus[0]] }, 'SUBJECTS'],
      ['a subject of another county', { subjects: [{ ...bureaus[0], divisionCode: '330381' }] }, 'SUBJECTS'],
      ['a subject of another kind', { subjects: [{ kind: 'DIVISION', divisionCode: OURS }] }, 'SUBJECTS'],
      ['a rater of no group', { raters: [{ ...towns[0], group: 'X' }] }, 'RATERS'],
      ['a rater that is nobody', { raters: [{ group: 'T', divisionCode: OURS }] }, 'RATERS'],
      ['no raters', { raters: [] }, 'RATERS'],
      ['a period of two years', { periodTo: '2027-01-31' }, 'PERIOD'],
      ['a bundle where nothing is bundled', { bundles: [{ indicator: 'A', subjects: [0, 1] }] }, 'BUNDLES'],
    ])('%s is refused', async (_, more, reason) => {
      expect(await refused(more)).toMatchObject({ code: 'BAD_USER_INPUT', reason });
    });
  });

  describe('cards', () => {
    test('fifty raters hand in at once, and none is lost', async () => {
      const many = Array.from({ length: 50 }, (_, at) => ({ group: 'T', divisionCode: TOWNSHIPS[at % 5]!, account: `rater-${at}` }));
      const round = await desk.round(await desk.scheme(), bureaus.slice(0, 1), many);
      const given = await Promise.all(
        round.raters.map(async ({ id, division }) => {
          const { account } = (await desk.opened.database.query('SELECT account FROM round_rater WHERE id = ?', [id]))[0];
          return desk.score(viewer(null, division.code, ['assessment:score'], account), id, round.subjects[0]!.id, { A: '90' });
        }),
      );
      expect(given.map(({ error }) => error)).toEqual(given.map(() => undefined));
      await desk.step('calculateRound', round);
      expect(await desk.results(round.id)).toMatchObject([{ score: '90.00', missing: [] }]);
    });

    test('a card that is changed says why, and what it was is kept; a late one says so', async () => {
      const round = await desk.round(await desk.scheme(), bureaus, towns);
      const place = [raterIn(round, OURS), round.subjects[0]!.id] as const;
      const first = await desk.score(ours, ...place, { A: '70' });
      expect(first.row).toMatchObject({ version: 1, isLate: false });
      expect((await desk.score(ours, ...place, { A: '71' })).error).toMatchObject({ reason: 'CARD_EXISTS', version: 1 });
      desk.now = new Date('2026-04-01T02:00:00Z');
      expect((await desk.score(ours, ...place, { A: '71' }, { expectedVersion: 1 })).error).toMatchObject({ reason: 'TEXT_LENGTH' });
      const change = { expectedVersion: 1, reason: '核对后更正' };
      const twice = await Promise.all([desk.score(ours, ...place, { A: '80' }, change), desk.score(ours, ...place, { A: '81' }, change)]);
      expect(twice.filter(({ error }) => error?.reason === 'STALE_VERSION')).toHaveLength(1);
      const { scorecard } = await desk.asked(
        'query ($id: ID!) { scorecard(id: $id) { version isLate changeReason revisions { version isLate scores { score } } } }',
        manager,
        { id: first.row.id },
      );
      expect(scorecard).toMatchObject({
        version: 2,
        isLate: true,
        changeReason: '核对后更正',
        revisions: [{ version: 1, isLate: false, scores: [{ score: '70' }] }],
      });
    });

    test('nobody scores themselves, or for another, or what they do not rate', async () => {
      const scheme = await desk.scheme({
        kind: 'TOWNSHIP',
        subjectKind: 'DIVISION',
        appraisedUnit: null,
        raters: [{ code: 'T', name: '乡镇', kind: 'TOWNSHIP', weight: '100' }],
      });
      const round = await desk.round(
        scheme,
        TOWNSHIPS.slice(0, 2).map((divisionCode) => ({ kind: 'DIVISION', divisionCode })),
        towns,
      );
      const subjectOf = (division: string) => round.subjects.find(({ subject }) => subject.code === division)!.id;
      const own = raterIn(round, OURS);
      expect((await desk.score(ours, own, subjectOf(OURS), { A: '100' })).error).toMatchObject({
        code: 'FORBIDDEN',
        reason: 'SELF_SCORING',
      });
      expect((await desk.score(theirs, own, subjectOf(THEIRS), { A: '100' })).error).toMatchObject({ code: 'NOT_FOUND' });
      expect((await desk.score(rater(GOVERNMENTS[1], OURS), own, subjectOf(THEIRS), { A: '1' })).error).toMatchObject({
        reason: 'NOT_THE_RATER',
      });
      expect((await desk.score(ours, own, 'nothing', { A: '1' })).error).toMatchObject({ code: 'NOT_FOUND' });
      for (const scores of [{}, { A: '101' }, { A: '-1' }, { A: '1.234' }, { B: '1' }, { A: '1', B: '1' }] as Record<string, string>[])
        expect((await desk.score(ours, own, subjectOf(THEIRS), scores)).error).toMatchObject({ reason: 'SCORES' });
      expect((await desk.score(viewer(GOVERNMENTS[0], OURS, []), own, subjectOf(THEIRS), { A: '1' })).error).toMatchObject({
        reason: 'SCOPE_MISSING',
      });
      // Whoever is a rater by account is not the person they appraise either.
      const persons = await desk.scheme(STAFF);
      const staff = await desk.round(
        persons,
        [personOf('p1', OURS)],
        [
          { group: 'T', divisionCode: OURS, account: 'p1' },
          { group: 'T', divisionCode: OURS, creditCode: GOVERNMENTS[0] },
        ],
      );
      const account = staff.raters.find(({ organization }) => organization === null)!.id;
      const who = viewer(null, OURS, ['assessment:score'], 'p1');
      expect((await desk.score(who, account, staff.subjects[0]!.id, { A: '100' })).error).toMatchObject({ reason: 'SELF_SCORING' });
      await desk.score(ours, staff.raters.find(({ organization }) => organization)!.id, staff.subjects[0]!.id, { A: '85' });
      await desk.step('calculateRound', staff);
      expect(await desk.results(staff.id)).toMatchObject([
        { score: '85.00', grade: { institution: 'QUALIFIED', civilServant: null, organization: null } },
      ]);
    });

    test('who is appraised does not read the cards; who rates reads its own', async () => {
      const round = await bureausScored(['70', '80', '90']);
      const cards = async (who: typeof ours) =>
        (await desk.asked('query ($id: ID!) { scorecards(filter: { roundId: $id }) { totalCount } }', who, { id: round.id })).scorecards
          .totalCount;
      expect([await cards(manager), await cards(ours), await cards(rater(GOVERNMENTS[0], TOWNSHIPS[4]))]).toEqual([9, 3, 0]);
    });
  });

  describe('calculation', () => {
    test('whoever lacks a part is not scored, and the part is named; with it, it is', async () => {
      const round = await desk.round(await desk.scheme(), bureaus.slice(0, 2), towns.slice(0, 1));
      await desk.score(ours, round.raters[0]!.id, round.subjects[0]!.id, { A: '90.55' });
      const first = await desk.step('calculateRound', round);
      expect((await desk.results(round.id)).map(({ score, missing }) => [score, missing])).toEqual([
        ['90.55', []],
        [null, [{ indicator: 'A', rater: 'T', reason: 'CARDS_MISSING' }]],
      ]);
      const back = await desk.step('returnToScoring', first, { reason: '补齐评分' });
      await desk.score(ours, round.raters[0]!.id, round.subjects[1]!.id, { A: '60' });
      expect(await desk.step('calculateRound', back)).toMatchObject({ state: 'CALCULATED', calculationCount: 2 });
      expect((await desk.results(round.id)).map(({ score, rank }) => [score, rank])).toEqual([
        ['90.55', 1],
        ['60.00', 2],
      ]);
    });

    test('of two at once, one is too late; and a calculation made again gives the same bytes', async () => {
      const round = await bureausScored(['70', '80', '90']);
      const twice = await Promise.all(
        [1, 2].map(() => desk.send('calculateRound', 'round { version }', manager, { roundId: round.id, expectedVersion: round.version })),
      );
      expect(twice.filter(({ error }) => error?.reason === 'STALE_VERSION')).toHaveLength(1);
      await desk.step('calculateRound', { id: round.id, version: round.version + 1 });
      const query = 'query ($id: ID!) { appraisalRound(id: $id) { calculations { number inputsDigest outcomesDigest isReproducible } } }';
      const [one, two] = (await desk.asked(query, manager, { id: round.id })).appraisalRound.calculations;
      expect([one, two]).toMatchObject([
        { number: 1, isReproducible: true },
        { number: 2, isReproducible: true },
      ]);
      expect([one.inputsDigest, one.outcomesDigest]).toEqual([two.inputsDigest, two.outcomesDigest]);
      await desk.opened.database.query(`UPDATE round_calculation SET inputs = REPLACE(inputs, '"90"', '"91"') WHERE roundId = ?`, [
        round.id,
      ]);
      const tampered = (await desk.asked(query, manager, { id: round.id })).appraisalRound.calculations;
      expect(tampered.map((each: { isReproducible: boolean }) => each.isReproducible)).toEqual([false, false]);
    });

    test('what the graph answers is scored and kept with its query; what it does not is not scored', async () => {
      const query = 'query ($divisionCode: DivisionCode!, $from: DateTime) { division(code: $divisionCode) { matters { totalCount } } }';
      const indicator = {
        name: '办件质效',
        source: 'GRAPH_QUERY',
        duty: 'PRIMARY',
        isBundled: false,
        query,
        answerPath: 'division.matters.totalCount',
        worst: '50',
        best: '100',
      };
      const scheme = { indicators: [{ ...indicator, code: 'G', weight: '100' }], raters: [], ...TOWNSHIP };
      const round = await desk.round(await desk.scheme(scheme), [{ kind: 'DIVISION', divisionCode: OURS }], []);
      const first = await desk.step('calculateRound', round);
      expect(await desk.results(round.id)).toMatchObject([{ score: '50.00' }]);
      // Once to try it out when the scheme was saved, once for the round: of the round's time, within who holds it.
      expect(asked.map(({ variables }) => variables)).toEqual([
        { divisionCode: COUNTY, from: '2026-03-01T16:00:00.000Z' },
        { divisionCode: OURS, from: '2025-12-31T16:00:00.000Z' },
      ]);
      expect(asked.every(({ within }) => within?.join() === COUNTY)).toBe(true);
      answers.value = null;
      await desk.step('calculateRound', first);
      const reason = 'UNREACHABLE: SUBGRAPH_TIMED_OUT';
      expect(await desk.results(round.id)).toMatchObject([{ score: null, missing: [{ indicator: 'G', reason }] }]);
      const { appraisalRound } = await desk.asked(
        'query ($id: ID!) { appraisalRound(id: $id) { evidence { calculation indicator query answer value notScored askedAt } } }',
        manager,
        { id: round.id },
      );
      expect(appraisalRound.evidence).toMatchObject([
        { calculation: 1, query, answer: '{"division":{"matters":{"totalCount":75}}}', value: '75', notScored: null },
        { calculation: 2, query, answer: null, value: null, notScored: reason },
      ]);
      expect(appraisalRound.evidence[0].askedAt).toBe('2026-03-02T02:00:00.000Z');
      expect((await desk.send('defineScheme', 'scheme { id }', manager, schemeOf(scheme))).error).toMatchObject({
        reason: 'QUERY_NOT_TRIED',
      });
      answers.value = 75;
      expect(
        (
          await desk.send('defineScheme', 'scheme { id }', manager, {
            ...schemeOf(scheme),
            indicators: [{ ...indicator, code: 'G', weight: '100', answerPath: 'division.name' }],
          })
        ).error,
      ).toMatchObject({ reason: 'PATH_NOT_SELECTED' });
    });

    test('the graph is asked once for each subject, however many indicators read the answer, and some at once', async () => {
      const subjects = TOWNSHIPS.slice(0, 3).map((divisionCode) => ({ kind: 'DIVISION', divisionCode }));
      const query = 'query ($divisionCode: DivisionCode!) { division(code: $divisionCode) { matters { totalCount } } }';
      const measured = { source: 'GRAPH_QUERY', query, answerPath: 'division.matters.totalCount', worst: '50', best: '100' };
      const indicators = ['G', 'H'].map((code) => ({ ...INDICATOR(code, '50'), ...measured }));
      const round = await desk.round(await desk.scheme({ indicators, raters: [], ...TOWNSHIP }), subjects, []);
      asked.length = 0;
      underWay.most = 0;
      await desk.step('calculateRound', round);
      expect([asked.length, underWay.most]).toEqual([3, 3]);
      const { appraisalRound } = await desk.asked(
        'query ($id: ID!) { appraisalRound(id: $id) { subjects { id } evidence { indicator query answer value } } }',
        manager,
        { id: round.id },
      );
      const whole = { query, answer: '{"division":{"matters":{"totalCount":75}}}', value: '75' };
      expect(appraisalRound.evidence).toEqual([1, 2, 3].flatMap(() => ['G', 'H'].map((indicator) => ({ indicator, ...whole }))));
    });

    test('a veto that was approved for another year decides nothing this year', async () => {
      const veto = { divisionCode: COUNTY, lastYearCount: 100, name: '示例否决', legalBasis: '示例依据', approvalDocument: '示例文号' };
      await desk.done('approveVeto', 'catalogue { id }', manager, { ...veto, year: 2024, code: `OLD_${engine}` });
      const input = {
        divisionCode: COUNTY,
        catalogueItemId: await desk.listed(),
        schemeId: await desk.scheme({ vetoes: [`OLD_${engine}`] }),
        name: '示例轮次',
        periodFrom: '2026-01-01',
        periodTo: '2026-12-31',
        scoringUntil: '2026-03-31',
        subjects: bureaus,
        raters: towns,
      };
      expect((await desk.send('openRound', 'round { id }', manager, input)).error).toMatchObject({ reason: 'UNAPPROVED_VETO' });
    });

    test('bonuses, deductions and vetoes are those of the scheme, and a veto is an approved one', async () => {
      await desk.done('approveVeto', 'catalogue { id }', manager, {
        divisionCode: COUNTY,
        year: 2026,
        lastYearCount: 100,
        name: '示例否决',
        code: `V_${engine}`,
        legalBasis: '示例依据',
        approvalDocument: '示例政〔2026〕2号',
      });
      const more = {
        bonuses: [{ code: 'B', name: '创新', maximum: '2' }],
        deductions: [{ code: 'D', name: '通报', maximum: '5' }],
        bonusCap: '3',
        vetoes: [`V_${engine}`],
      };
      const round = await bureausScored(['70', '80', '95'], more);
      const adjust = (at: number, kind: string, code: string, points?: string) =>
        desk.send('recordAdjustment', 'adjustment { id }', manager, {
          roundId: round.id,
          roundSubjectId: round.subjects[at]!.id,
          kind,
          code,
          points,
          reason: '示例通报',
        });
      expect((await adjust(0, 'BONUS', 'D', '1')).error).toMatchObject({ reason: 'ADJUSTMENT', at: 'code' });
      expect((await adjust(0, 'BONUS', 'B', '2.01')).error).toMatchObject({ reason: 'ADJUSTMENT', at: 'points' });
      expect((await adjust(0, 'VETO', 'B')).error).toMatchObject({ code: 'CONFLICT', reason: 'UNAPPROVED_VETO' });
      for (const [at, kind, code, points] of [
        [0, 'BONUS', 'B', '2'],
        [0, 'BONUS', 'B', '2'],
        [1, 'DEDUCTION', 'D', '5'],
        [2, 'VETO', `V_${engine}`, undefined],
      ] as const)
        expect((await adjust(at, kind, code, points)).error).toBeUndefined();
      const mistaken = (await adjust(1, 'DEDUCTION', 'D', '3')).row;
      const withdraw = () =>
        desk.send('withdrawAdjustment', 'adjustment { withdrawnAt }', manager, { adjustmentId: mistaken.id, reason: '登记有误' });
      expect((await withdraw()).row.withdrawnAt).toBe(desk.now.toISOString());
      expect((await withdraw()).error).toMatchObject({ reason: 'WITHDRAWN_ALREADY' });
      const done = await desk.step('calculateRound', round);
      expect((await adjust(0, 'BONUS', 'B', '1')).error).toMatchObject({ reason: 'NOT_SCORING' });
      expect(done.state).toBe('CALCULATED');
      const results = await desk.results(round.id);
      const of = (at: number) => results.find(({ subject }) => subject.creditCode === round.subjects[at]!.subject.creditCode);
      expect(of(0)).toMatchObject({ score: '73.00', bonus: '3.00', rank: 2 });
      expect(of(1)).toMatchObject({ score: '75.00', deductions: '5.00', rank: 1 });
      expect(of(2)).toMatchObject({ score: '95.00', rank: null, isVetoed: true, grade: { organization: 'POOR' } });
    });
  });

  test('a tie where the quota ends is a panel’s to decide before anything is published', async () => {
    const five = TOWNSHIPS.map((divisionCode) => ({ kind: 'DIVISION', divisionCode }));
    const raters = [{ group: 'D', divisionCode: COUNTY, creditCode: DEPARTMENT }];
    const scheme = { ...TOWNSHIP, raters: [{ code: 'D', name: '部门', kind: 'DEPARTMENT', weight: '100' }], quotaPercent: 20 };
    const round = await desk.round(await desk.scheme(scheme), five, raters);
    const department = viewer(DEPARTMENT, COUNTY, ['assessment:score']);
    for (const [at, { id }] of round.subjects.entries()) await desk.score(department, round.raters[0]!.id, id, { A: at < 2 ? '95' : '70' });
    const tied = await desk.step('calculateRound', round);
    expect(tied).toMatchObject({ undecidedTies: 2, availableActions: ['CALCULATE', 'RETURN_TO_SCORING', 'DECIDE_TIE'] });
    const early = await desk.send('publishRound', 'round { id }', manager, { roundId: round.id, expectedVersion: tied.version });
    expect(early.error).toMatchObject({ code: 'CONFLICT', reason: 'TIES_UNDECIDED' });
    const [one, two, three] = await desk.results(round.id);
    expect([one, two].map(({ rank, isTied }) => [rank, isTied])).toEqual([
      [1, true],
      [1, true],
    ]);
    for (const resultIds of [[], [one.id, two.id], [three.id]])
      expect(
        (await desk.send('decideTie', 'round { id }', manager, { roundId: round.id, expectedVersion: tied.version, resultIds })).error,
      ).toMatchObject({ reason: 'TIE', seats: 1 });
    await desk.step('decideTie', tied, { resultIds: [two.id] });
    expect((await desk.results(round.id)).slice(0, 2).map(({ id, isTied, grade }) => [id === two.id, isTied, grade.organization])).toEqual([
      [one.id === two.id, false, 'GOOD'],
      [true, false, 'EXCELLENT'],
    ]);
  });

  test('before it is published a result is the organiser’s; then it is for all that have a part; nothing is confirmed before the time for objections is over', async () => {
    const round = await calculated(['70', '80', '90']);
    expect(await desk.results(round.id, ours)).toEqual([]);
    const outsider = rater(GOVERNMENTS[0], TOWNSHIPS[4]);
    const published = await desk.step('publishRound', round);
    expect(published).toMatchObject({ state: 'PUBLICITY', publicUntil: '2026-03-09' });
    expect((await desk.results(round.id, ours)).map(({ score }) => score)).toEqual(['90.00', '80.00', '70.00']);
    expect(await desk.results(round.id, outsider)).toEqual([]);
    const confirm = { roundId: round.id, expectedVersion: published.version };
    desk.now = new Date('2026-03-09T15:59:00Z');
    expect((await desk.send('confirmRound', 'round { id }', manager, confirm)).error).toMatchObject({ reason: 'PUBLICITY_RUNNING' });
    desk.now = new Date('2026-03-09T16:00:00Z');
    const key = { ...confirm, idempotencyKey: `confirm-${engine}-1` };
    const [once, again] = [
      await desk.send('confirmRound', 'round { state version }', manager, key),
      await desk.send('confirmRound', 'round { state version }', manager, key),
    ];
    expect(once.row).toEqual({ state: 'CONFIRMED', version: published.version + 1 });
    expect(again).toEqual(once);
    expect((await desk.step('archiveRound', { id: round.id, version: published.version + 1 })).state).toBe('ARCHIVED');
    const { division } = (
      await desk.asked(
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Organization { appraisalResults { totalCount nodes { score } } } } }',
        ours,
        {
          r: [{ __typename: 'Organization', creditCode: BUREAU }],
        },
      )
    )._entities[0].appraisalResults.nodes.some(({ score }: { score: string }) => score === '90.00')
      ? { division: true }
      : { division: false };
    expect(division).toBe(true);
  });

  test('an appeal is the subject’s own, holds the confirmation up, and when it is right the round is scored anew', async () => {
    const published = await desk.step('publishRound', await calculated(['70', '80', '90']));
    const last = (await desk.results(published.id)).at(-1);
    const bureau = viewer(last.subject.creditCode, COUNTY, ['assessment:score']);
    const file = (who: typeof ours) =>
      desk.send('fileAppeal', 'appeal { id version state deadlines { kind } timeline { action } }', who, {
        resultId: last.id,
        grounds: '示例理由',
      });
    expect((await file(viewer(GOVERNMENTS[0], COUNTY, ['assessment:score']))).error).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'NOT_THE_SUBJECT',
    });
    expect((await file(rater(GOVERNMENTS[0], TOWNSHIPS[4]))).error).toMatchObject({ code: 'NOT_FOUND' });
    const { row: appeal } = await file(bureau);
    expect(appeal).toMatchObject({ state: 'FILED', deadlines: [{ kind: 'APPEAL' }], timeline: [{ action: 'fileAppeal' }] });
    expect((await file(bureau)).error).toMatchObject({ reason: 'APPEALED_ALREADY' });
    desk.now = new Date('2026-03-10T02:00:00Z');
    const held = await desk.send('confirmRound', 'round { id }', manager, {
      roundId: published.id,
      expectedVersion: published.version + 1,
    });
    expect(held.error).toMatchObject({ reason: 'APPEALS_PENDING' });
    const decide = (who: typeof ours, action: string) =>
      desk.send('decideAppeal', 'appeal { state }', who, {
        appealId: appeal.id,
        expectedVersion: appeal.version,
        action,
        decision: '示例决定',
      });
    expect((await decide(ours, 'MAINTAIN')).error).toMatchObject({ reason: 'SCOPE_MISSING' });
    expect((await decide(viewer(ORGANIZER, '330381', ['assessment:manage']), 'MAINTAIN')).error).toMatchObject({ code: 'NOT_FOUND' });
    expect((await decide(manager, 'GRANT')).row).toEqual({ state: 'GRANTED' });
    expect((await decide(manager, 'GRANT')).error).toMatchObject({ reason: 'DECIDED_ALREADY' });
    expect(await desk.results(published.id, ours)).toEqual([]);
    const { appraisalRound } = await desk.asked(
      'query ($id: ID!) { appraisalRound(id: $id) { state version pendingAppeals publicUntil timeline { action } } }',
      manager,
      { id: published.id },
    );
    expect(appraisalRound).toMatchObject({ state: 'SCORING', pendingAppeals: 0, publicUntil: null });
    expect(appraisalRound.timeline.map(({ action }: { action: string }) => action)).toEqual([
      'OPEN',
      'START_SCORING',
      'CALCULATE',
      'PUBLISH',
      'APPEAL',
      'REOPEN',
    ]);
    const again = await desk.step('publishRound', await desk.step('calculateRound', { id: published.id, version: appraisalRound.version }));
    expect((await desk.results(again.id)).at(-1).id).toBe(last.id);
    desk.now = new Date('2026-04-10T02:00:00Z');
    expect((await file(bureau)).error).toMatchObject({ reason: 'PUBLICITY_OVER' });
  });

  describe('what follows', () => {
    const told = async (type: string, who = manager): Promise<{ divisionCode: string; payload: Record<string, unknown> }[]> => {
      const { assessmentFeed } = await desk.asked(
        'query ($types: [String!]) { assessmentFeed(first: 100, types: $types) { nodes { isTombstone divisionCode payload } } }',
        who,
        { types: [type] },
      );
      const told = assessmentFeed.nodes.filter((change: { isTombstone: boolean }) => !change.isTombstone);
      return told.map((change: { payload: string }) => ({ ...change, payload: JSON.parse(change.payload) }));
    };
    const confirmed = async (round: { id: string; version: number }) => {
      const published = await desk.step('publishRound', await desk.step('calculateRound', round));
      desk.now = new Date('2026-03-20T02:00:00Z');
      return desk.step('confirmRound', published);
    };

    test('a person’s year is told to their own division, once, with the grade in the words of their scale', async () => {
      const persons = [personOf(`staff-a-${engine}`, OURS), personOf(`staff-b-${engine}`, THEIRS)];
      const round = await desk.round(await desk.scheme(STAFF), persons, towns.slice(0, 2));
      for (const [who, division] of [
        [ours, OURS],
        [theirs, THEIRS],
      ] as const) {
        const subject = round.subjects.find((each) => each.subject.id === (division === OURS ? persons[0] : persons[1])!.staffMemberId)!;
        expect((await desk.score(who, raterIn(round, division), subject.id, { A: division === OURS ? '85' : '55' })).error).toBeUndefined();
      }
      const foreign = round.subjects.find((each) => each.subject.id === persons[1]!.staffMemberId)!;
      expect((await desk.score(ours, raterIn(round, OURS), foreign.id, { A: '1' })).error).toMatchObject({ reason: 'NOT_THE_RATER' });
      await confirmed(round);
      const [mine] = await told('ANNUAL_RESULT_CONFIRMED', ours);
      expect(mine).toMatchObject({
        divisionCode: OURS,
        payload: { staffMemberId: persons[0]!.staffMemberId, year: 2026, gradeScale: 'INSTITUTION', grade: 'QUALIFIED' },
      });
      expect(await told('ANNUAL_RESULT_CONFIRMED', ours)).toHaveLength(1);
      expect((await told('ANNUAL_RESULT_CONFIRMED')).map(({ payload }) => payload.grade).sort()).toEqual(['QUALIFIED', 'UNQUALIFIED']);
      // A neighbour who has a part in the round reads neither the person nor their rank.
      expect((await desk.results(round.id, ours)).map(({ subject }) => subject.id)).toEqual([persons[0]!.staffMemberId]);
      // Nor whether there is anything to be read of them, or anybody at all.
      const keys = [...persons.map(({ staffMemberId }) => staffMemberId), 'nobody'];
      const { _entities } = await desk.asked(
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on StaffMember { id appraisalResults { totalCount } } } }',
        ours,
        { r: keys.map((id) => ({ __typename: 'StaffMember', id })) },
      );
      expect(_entities).toEqual(keys.map((id, at) => ({ id, appraisalResults: { totalCount: at === 0 ? 1 : 0 } })));
      const { appraisalRound } = await desk.asked(
        'query ($id: ID!) { appraisalRound(id: $id) { subjects { id } calculations { number } } }',
        ours,
        { id: round.id },
      );
      expect([appraisalRound.subjects.length, appraisalRound.calculations]).toEqual([1, []]);
      const { appraisalStatistics } = await desk.asked(
        '{ appraisalStatistics(filter: { kind: [ANNUAL_STAFF] }, groupBy: [KIND]) { isSuppressed results averageScore } }',
      );
      expect(appraisalStatistics).toEqual([{ isSuppressed: true, results: null, averageScore: null }]);
    });

    test('what a township says of a department is told to the township, with its own grade', async () => {
      const scheme = { kind: 'MUTUAL', indicators: [INDICATOR('A', '60'), INDICATOR('B', '40')] };
      const round = await desk.round(await desk.scheme(scheme), bureaus.slice(1, 2), towns.slice(0, 2));
      await desk.score(ours, raterIn(round, OURS), round.subjects[0]!.id, { A: '50', B: '60' });
      await desk.score(theirs, raterIn(round, THEIRS), round.subjects[0]!.id, { A: '100', B: '90' });
      await confirmed(round);
      expect((await told('MUTUAL_EVALUATION_CONFIRMED', ours)).map(({ payload }) => payload)).toMatchObject([
        { department: DEPARTMENT, township: OURS, grade: 'POOR' },
      ]);
      expect((await told('MUTUAL_EVALUATION_CONFIRMED')).map(({ payload }) => payload.grade).sort()).toEqual(['EXCELLENT', 'POOR']);
    });

    test('a department and a township that are bundled get one score', async () => {
      const scheme = {
        kind: 'MUTUAL',
        subjectKind: 'DIVISION',
        bundledKind: 'ORGANIZATION',
        appraisedUnit: null,
        indicators: [{ ...INDICATOR('A', '100'), isBundled: true }],
      };
      const subjects = [{ kind: 'DIVISION', divisionCode: OURS }, bureaus[1]!];
      const round = await desk.round(await desk.scheme(scheme), subjects, towns.slice(1, 2), {
        bundles: [{ indicator: 'A', subjects: [0, 1] }],
      });
      await desk.score(theirs, round.raters[0]!.id, round.subjects[0]!.id, { A: '88.8' });
      await desk.step('calculateRound', round);
      expect((await desk.results(round.id)).map(({ score, rank }) => [score, rank])).toEqual([
        ['88.80', 1],
        ['88.80', 1],
      ]);
    });
  });

  test('statistics are counted in the database, of what the viewer sees', async () => {
    const round = await desk.step('publishRound', await calculated(['50', '80', '95.5']));
    const query = `query ($id: ID!) { appraisalStatistics(filter: { roundId: $id }, groupBy: [SUBJECT_KIND, KIND]) {
      dimensions { code label } isSuppressed results scored excellent failed averageScore highestScore lowestScore } }`;
    const { appraisalStatistics } = await desk.asked(query, manager, { id: round.id });
    expect(appraisalStatistics).toMatchObject([
      {
        dimensions: [{ code: 'ORGANIZATION', label: 'An organisation' }, { code: 'DEPARTMENT_YEAR_END' }],
        isSuppressed: false,
        results: 3,
        scored: 3,
        excellent: 1,
        failed: 1,
        highestScore: '95.50',
        lowestScore: '50.00',
      },
    ]);
    expect(appraisalStatistics[0].averageScore).toBeCloseTo(75.1667, 3);
    expect((await desk.asked(query, rater(GOVERNMENTS[0], TOWNSHIPS[4]), { id: round.id })).appraisalStatistics).toEqual([]);
  });
});

const INDICATOR = (code: string, weight: string) => ({
  code,
  name: `示例指标${code}`,
  weight,
  source: 'MANUAL',
  duty: 'PRIMARY',
  isBundled: false,
});
const TOWNSHIP = { kind: 'TOWNSHIP', subjectKind: 'DIVISION', appraisedUnit: null };
const STAFF = { kind: 'ANNUAL_STAFF', subjectKind: 'STAFF_MEMBER', appraisedUnit: null, gradeScale: 'INSTITUTION' };
const personOf = (staffMemberId: string, divisionCode: string) => ({ kind: 'STAFF_MEMBER', divisionCode, staffMemberId });
