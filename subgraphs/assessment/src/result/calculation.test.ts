import { type AskOptions, type GraphClient, GraphUnanswered } from '@township-graph/shared/graph-client/graph-client';
import { ENGINES } from '@township-graph/shared/testing/database';
import { bureaus, bureausScored, indicatorOf, ours, TOWNSHIP, towns } from '../testing/assessed-bureaus';
import { AssessmentDesk, COUNTY, DEPARTMENT, manager, OURS, schemeOf, TOWNSHIPS, viewer } from '../testing/assessment-desk';

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

describe.each(ENGINES)('calculation on %s', (engine) => {
  const desk = AssessmentDesk.ofTests(engine, graph);

  beforeEach(() => {
    answers.value = 75;
    asked.length = 0;
  });

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
    const round = await bureausScored(desk, ['70', '80', '90']);
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
    await desk.opened.database.query(`UPDATE round_calculation SET inputs = REPLACE(inputs, '"90"', '"91"') WHERE roundId = ?`, [round.id]);
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
    const indicators = ['G', 'H'].map((code) => ({ ...indicatorOf(code, '50'), ...measured }));
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
    const round = await bureausScored(desk, ['70', '80', '95'], more);
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
    const decided = await desk.step('decideTie', tied, { resultIds: [two.id] });
    const results = await desk.results(round.id);
    expect(results.slice(0, 2).map(({ id, isTied, grade }) => [id === two.id, isTied, grade.organization])).toEqual([
      [one.id === two.id, false, 'GOOD'],
      [true, false, 'EXCELLENT'],
    ]);
    const again = { roundId: round.id, expectedVersion: decided.version, resultIds: [one.id] };
    expect((await desk.send('decideTie', 'round { id }', manager, again)).error).toMatchObject({ code: 'CONFLICT', reason: 'NO_TIES' });
    expect(await desk.results(round.id)).toEqual(results);
  });
});
