import { FollowedEvent } from '@township-graph/shared/feed-follower/followed-event.entity';
import { ENGINES } from '@township-graph/shared/testing/database';
import { MadeUpFeed } from '@township-graph/shared/testing/made-up-feed';
import { OURS } from '../testing/secondment-desk';
import { HOME, type SelectionDesk, selectionDesk } from '../testing/selection-desk';

const SHOWN =
  'state outcome isConversionDue ban { until } staffMember { id } appraisals { year institutionGrade civilServantGrade outcome source }';

describe.each(ENGINES)('what the assessment confirms on %s', (engine) => {
  const feed = new MadeUpFeed([], 7, 'AppraisalResult');
  let desk: SelectionDesk;
  let follow: () => Promise<void>;

  beforeAll(async () => {
    desk = await selectionDesk(engine, '2026-12-20T02:00:00Z', feed);
    const job = desk.jobs.find(({ name }) => name === 'follow-assessmentFeed')!;
    follow = () => job.run({ goesOn: async () => true });
  });
  afterAll(() => desk.opened.close());

  const selected = (to = '2030-11-30') => desk.selected('2026-12-01', to);
  const confirmed = (resultId: string, staffMemberId: string, payload: object = {}, cursor = resultId) => {
    const result = { year: 2026, gradeScale: 'INSTITUTION', grade: 'EXCELLENT', staffMemberId, resultId, ...payload };
    feed.events.push({ cursor, type: 'ANNUAL_RESULT_CONFIRMED', subjectId: resultId, payload: result });
  };
  const placement = async (id: string) => (await desk.read(`{ placement(id: "${id}") { ${SHOWN} } }`)).placement;
  const year = (institutionGrade: string, outcome: string) => [
    { year: 2026, institutionGrade, civilServantGrade: null, outcome, source: 'ASSESSMENT' },
  ];

  test('优秀 converts, 合格 changes nothing, 不合格 sends home with a ban: each year once, however often it is told', async () => {
    const [excellent, qualified, unqualified] = [await selected(), await selected(), await selected()];
    confirmed('r-1', excellent.staffMemberId);
    confirmed('r-2', qualified.staffMemberId, { grade: 'QUALIFIED' });
    confirmed('r-3', unqualified.staffMemberId, { grade: 'UNQUALIFIED' });
    confirmed('r-1', excellent.staffMemberId, {}, 'told-again');
    await follow();
    await follow();
    expect(await placement(excellent.id)).toMatchObject({ outcome: 'CONVERTED', appraisals: year('EXCELLENT', 'CONVERTED') });
    expect(await placement(qualified.id)).toMatchObject({ state: 'SERVING', appraisals: year('QUALIFIED', 'UNCHANGED') });
    expect(await placement(unqualified.id)).toMatchObject({
      state: 'RETURNED',
      ban: { until: '2027-12-20' },
      appraisals: year('UNQUALIFIED', 'RETURNED'),
    });
  });

  test('of a placement that is over a year is recorded and told of: excellent earns the conversion, but for who was returned; who has failed is banned', async () => {
    const [excellent, failed, expiring, returned] = [await selected(), await selected(), await selected('2026-12-31'), await selected()];
    const over = { expectedVersion: 1, reason: '示例原因' };
    for (const { id } of [excellent, failed]) await desk.done('endPlacement', { placementId: id, ...over }, 'placement { id }');
    await desk.done('returnPlacement', { placementId: returned.id, ...over }, 'placement { id }');
    // Its last day is over, and no job has looked yet.
    desk.time.now = '2027-01-20T02:00:00Z';
    confirmed('late-1', excellent.staffMemberId);
    confirmed('late-2', failed.staffMemberId, { grade: 'UNQUALIFIED' });
    confirmed('late-3', expiring.staffMemberId);
    confirmed('late-4', returned.staffMemberId);
    await follow();
    const earned = { state: 'ENDED', outcome: 'CONVERTED', isConversionDue: true, appraisals: year('EXCELLENT', 'CONVERTED') };
    expect([await placement(excellent.id), await placement(expiring.id)]).toMatchObject([earned, earned]);
    expect(await placement(returned.id)).toMatchObject({
      state: 'RETURNED',
      isConversionDue: false,
      appraisals: year('EXCELLENT', 'UNCHANGED'),
    });
    expect(await placement(failed.id)).toMatchObject({
      state: 'ENDED',
      outcome: 'RETURNED',
      ban: { until: '2028-01-20' },
      appraisals: year('UNQUALIFIED', 'RETURNED'),
    });
    const { secondmentFeed } = await desk.read('{ secondmentFeed(first: 100, types: ["PLACEMENT_APPRAISED"]) { nodes { subjectId } } }');
    const told = secondmentFeed.nodes.map(({ subjectId }: { subjectId: string }) => subjectId);
    expect(told).toEqual(expect.arrayContaining([excellent.id, failed.id, expiring.id]));
    desk.time.now = '2026-12-20T02:00:00Z';
  });

  const corrected = (resultId: string, staffMemberId: string, grade: string, cursor = `corrected-${resultId}`, version = 2) => {
    const result = { year: 2026, gradeScale: 'INSTITUTION', grade, staffMemberId, resultId, version };
    feed.events.push({ cursor, type: 'ANNUAL_RESULT_CORRECTED', subjectId: resultId, payload: result });
  };

  test('a correction takes back what can be taken back, and brings what the right grade brings: once, however often it is told', async () => {
    const [failed, plain, converted, barely] = [await selected(), await selected(), await selected(), await selected()];
    await desk.posts(OURS, 1);
    confirmed('c-1', failed.staffMemberId, { grade: 'UNQUALIFIED' });
    confirmed('c-2', plain.staffMemberId, { grade: 'QUALIFIED' });
    confirmed('c-3', converted.staffMemberId);
    confirmed('c-4', barely.staffMemberId, { grade: 'QUALIFIED' });
    await follow();
    expect((await placement(converted.id)).state).toBe('CONVERTED');
    corrected('c-1', failed.staffMemberId, 'QUALIFIED');
    corrected('c-2', plain.staffMemberId, 'UNQUALIFIED');
    corrected('c-2', plain.staffMemberId, 'UNQUALIFIED', 'told-twice');
    corrected('c-3', converted.staffMemberId, 'QUALIFIED');
    corrected('c-4', barely.staffMemberId, 'EXCELLENT');
    await follow();
    await follow();
    // The ban is lifted; that they serve there again is another decision.
    expect(await placement(failed.id)).toMatchObject({ state: 'RETURNED', ban: null, appraisals: year('QUALIFIED', 'UNCHANGED') });
    expect(await placement(plain.id)).toMatchObject({
      state: 'RETURNED',
      ban: { until: '2027-12-20' },
      appraisals: year('UNQUALIFIED', 'RETURNED'),
    });
    // Posts are moved by those who decide of posts, not by a rule: the grade is right, and so is what they find written.
    expect(await placement(converted.id)).toMatchObject({ state: 'CONVERTED', appraisals: year('QUALIFIED', 'CONVERTED') });
    expect(await placement(barely.id)).toMatchObject({ state: 'SERVING', appraisals: year('EXCELLENT', 'CONVERTED') });
    const { timeline } = (await desk.read(`{ placement(id: "${plain.id}") { timeline { action note } } }`)).placement;
    expect(timeline.filter(({ action }: { action: string }) => action === 'CORRECT')).toEqual([
      { action: 'CORRECT', note: '更正 2026 年度考核（原 QUALIFIED），依据考核结果 c-2' },
    ]);
  });

  test('corrected twice, a year is as the last correction has it, in whatever order and however often both are told', async () => {
    const { id, staffMemberId } = await selected();
    confirmed('v-1', staffMemberId, { grade: 'QUALIFIED' });
    corrected('v-1', staffMemberId, 'QUALIFIED', 'v-1-third', 3);
    corrected('v-1', staffMemberId, 'UNQUALIFIED', 'v-1-second', 2);
    corrected('v-1', staffMemberId, 'QUALIFIED', 'v-1-again', 3);
    await follow();
    const read = `{ placement(id: "${id}") { state appraisals { institutionGrade resultVersion } timeline { action } } }`;
    expect((await desk.read(read)).placement).toEqual({
      state: 'SERVING',
      appraisals: [{ institutionGrade: 'QUALIFIED', resultVersion: 3 }],
      timeline: ['PLACE', 'APPRAISE'].map((action) => ({ action })),
    });
  });

  test('a year of two that both earned a conversion is corrected: the other has earned it still', async () => {
    const { id, staffMemberId } = await selected('2030-11-30');
    desk.time.now = '2028-01-20T02:00:00Z';
    confirmed('w-1', staffMemberId);
    confirmed('w-2', staffMemberId, { year: 2027 });
    corrected('w-2', staffMemberId, 'QUALIFIED');
    await follow();
    expect(await placement(id)).toMatchObject({ state: 'SERVING', isConversionDue: true });
    corrected('w-1', staffMemberId, 'QUALIFIED');
    await follow();
    expect(await placement(id)).toMatchObject({ state: 'SERVING', isConversionDue: false });
    desk.time.now = '2026-12-20T02:00:00Z';
  });

  test('of who is not placed, or was not in that year, nothing follows', async () => {
    const { id, staffMemberId } = await selected();
    confirmed('r-10', await desk.staff());
    confirmed('r-11', staffMemberId, { year: 2025 });
    await follow();
    expect(await placement(id)).toMatchObject({ outcome: null, appraisals: [] });
  });

  test('a township that finds a department poor has a ground for recalls; one that does not has none', async () => {
    const evaluated = (cursor: string, grade: string) =>
      feed.events.push({
        cursor,
        type: 'MUTUAL_EVALUATION_CONFIRMED',
        subjectId: cursor,
        payload: { year: 2026, department: HOME.creditCode, township: OURS, grade, resultId: cursor },
      });
    const grounds = async () =>
      (await desk.read('{ recallGrounds { nodes { isEnabling sourceId period department { name } division { code } } } }')).recallGrounds
        .nodes;
    evaluated('m-1', 'ORDINARY');
    await follow();
    expect(await grounds()).toMatchObject([{ isEnabling: false, sourceId: 'm-1', department: { name: HOME.name } }]);
    evaluated('m-2', 'POOR');
    await follow();
    expect(await grounds()).toContainEqual({
      isEnabling: true,
      sourceId: 'm-2',
      period: '2026',
      department: { name: HOME.name },
      division: { code: OURS },
    });
    const correctedTo = (cursor: string, grade: string, version: number) =>
      feed.events.push({
        cursor,
        type: 'MUTUAL_EVALUATION_CORRECTED',
        subjectId: 'm-2',
        payload: { year: 2026, department: HOME.creditCode, township: OURS, grade, resultId: 'm-2', version },
      });
    correctedTo('m-2-corrected', 'GOOD', 2);
    correctedTo('m-2-again', 'GOOD', 2);
    await follow();
    expect((await grounds()).map(({ sourceId, isEnabling }: { sourceId: string; isEnabling: boolean }) => [sourceId, isEnabling])).toEqual(
      expect.arrayContaining([
        ['m-1', false],
        ['m-2', false],
      ]),
    );
  });

  test('a grade of the other kind of staff is not made into one of theirs: it is set aside', async () => {
    const { id, staffMemberId } = await selected();
    confirmed('r-20', staffMemberId, { gradeScale: 'CIVIL_SERVANT', grade: 'COMPETENT' });
    for (let time = 0; time < 4; time += 1) await expect(follow()).rejects.toThrow();
    await follow();
    expect(await placement(id)).toMatchObject({ appraisals: [] });
    expect(await desk.manager.findBy(FollowedEvent, { state: 'SET_ASIDE' })).toMatchObject([{ eventId: 'r-20' }]);
  });
});
