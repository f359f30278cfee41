import { ENGINES } from '@township-graph/shared/testing/database';
import { bureaus, calculated, indicatorOf, ours, personOf, raterIn, STAFF, theirs, towns } from '../testing/assessed-bureaus';
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
  THEIRS,
  TOWNSHIPS,
  viewer,
} from '../testing/assessment-desk';

describe.each(ENGINES)('what is published and confirmed on %s', (engine) => {
  const desk = AssessmentDesk.ofTests(engine);

  test('before it is published a result is the organiser’s; then it is for all that have a part; nothing is confirmed before the time for objections is over', async () => {
    const round = await calculated(desk, ['70', '80', '90']);
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
    const published = await desk.step('publishRound', await calculated(desk, ['70', '80', '90']));
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
      const scheme = { kind: 'MUTUAL', indicators: [indicatorOf('A', '60'), indicatorOf('B', '40')] };
      const round = await desk.round(await desk.scheme(scheme), bureaus.slice(1, 2), towns.slice(0, 2));
      await desk.score(ours, raterIn(round, OURS), round.subjects[0]!.id, { A: '50', B: '60' });
      await desk.score(theirs, raterIn(round, THEIRS), round.subjects[0]!.id, { A: '100', B: '90' });
      await confirmed(round);
      expect((await told('MUTUAL_EVALUATION_CONFIRMED', ours)).map(({ payload }) => payload)).toMatchObject([
        { department: DEPARTMENT, township: OURS, grade: 'POOR' },
      ]);
      expect((await told('MUTUAL_EVALUATION_CONFIRMED')).map(({ payload }) => payload.grade).sort()).toEqual(['EXCELLENT', 'POOR']);
      // A card that was wrong is corrected: what the township says of the department is another grade.
      const read =
        '{ scorecards(filter: { roundId: "ID" }) { nodes { id rater { division { code } } } } appraisalRanking(round: "ID") { nodes { id } } }';
      const { scorecards, appraisalRanking } = await desk.asked(read.replaceAll('ID', round.id));
      const card = scorecards.nodes.find((each: { rater: { division: { code: string } } }) => each.rater.division.code === OURS);
      const scores = ['A', 'B'].map((indicator) => ({ indicator, score: '95' }));
      await desk.done('correctScores', 'result { id }', manager, {
        resultId: appraisalRanking.nodes[0].id,
        expectedVersion: 1,
        cards: [{ scorecardId: card.id, expectedVersion: 1, scores }],
        ground: 'ERROR',
        document: '示例〔2026〕2号',
        reason: '示例理由',
      });
      expect((await told('MUTUAL_EVALUATION_CORRECTED', ours)).map(({ payload }) => payload)).toMatchObject([
        { department: DEPARTMENT, township: OURS, grade: 'EXCELLENT', version: 2 },
      ]);
    });

    test('a department and a township that are bundled get one score', async () => {
      const scheme = {
        kind: 'MUTUAL',
        subjectKind: 'DIVISION',
        bundledKind: 'ORGANIZATION',
        appraisedUnit: null,
        indicators: [{ ...indicatorOf('A', '100'), isBundled: true }],
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
    const round = await desk.step('publishRound', await calculated(desk, ['50', '80', '95.5']));
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
