import { ENGINES } from '@township-graph/shared/testing/database';
import {
  AssessmentDesk,
  COUNTY,
  GOVERNMENTS,
  manager,
  ORGANIZER,
  OURS,
  rater,
  THEIRS,
  TOWNSHIPS,
  viewer,
} from '../testing/assessment-desk';

const STAFF = { kind: 'ANNUAL_STAFF', subjectKind: 'STAFF_MEMBER', appraisedUnit: null, gradeScale: 'INSTITUTION', quotaPercent: 20 };
const PERSONS = ['a', 'b', 'c', 'd', 'e', 'f'];
const SHOWN =
  'id version grade { institution } score rank availableActions corrections { version before { institution } after { institution } ground }';

describe.each(ENGINES)('corrections on %s', (engine) => {
  let desk: AssessmentDesk;
  /** Results of a round in which five persons have a score, so that one may be excellent: by their person. */
  let results: Readonly<Record<string, string>>;
  let roundId: string;

  beforeAll(async () => {
    desk = await AssessmentDesk.open(engine);
    const towns = TOWNSHIPS.slice(0, 2).map((divisionCode, at) => ({ group: 'T', divisionCode, creditCode: GOVERNMENTS[at] }));
    const persons = PERSONS.map((staffMemberId) => ({ kind: 'STAFF_MEMBER', divisionCode: OURS, staffMemberId }));
    const round = await desk.round(await desk.scheme(STAFF), persons, towns);
    const ours = round.raters.find(({ division: { code } }) => code === OURS)!;
    const points: Readonly<Record<string, string>> = { a: '95', b: '94', c: '70', d: '50', f: '85' };
    for (const { id, subject } of round.subjects)
      if (points[subject.id!]) await desk.score(rater(GOVERNMENTS[0], OURS), ours.id, id, { A: points[subject.id!]! });
    roundId = round.id;
    const published = await desk.step('publishRound', await desk.step('calculateRound', round));
    results = Object.fromEntries((await desk.results(round.id)).map(({ id, subject }) => [subject.id, id]));
    expect((await correct('c')).error).toMatchObject({ code: 'CONFLICT', reason: 'NOT_CONFIRMED' });
    desk.now = new Date('2026-03-20T02:00:00Z');
    await desk.step('confirmRound', published);
  });
  beforeEach(() => {
    desk.now = new Date('2026-03-30T02:00:00Z');
  });
  afterAll(() => desk.opened.close());

  const given = {
    ground: 'REVIEW',
    document: '示例复核〔2026〕1号',
    reason: '示例理由',
    appliedOn: '2026-03-25',
    institution: 'QUALIFIED',
  };
  const correct = (person: string, more: object = {}, who = manager) =>
    desk.send('correctResult', `result { ${SHOWN} }`, who, { resultId: results[person], expectedVersion: 1, ...given, ...more });
  const shown = async (person: string, who = manager) =>
    (await desk.asked(`query ($id: ID!) { appraisalResult(id: $id) { ${SHOWN} } }`, who, { id: results[person] })).appraisalResult;
  const told = async (type: string, who = manager) => {
    const query = 'query ($types: [String!]) { assessmentFeed(first: 100, types: $types) { nodes { divisionCode payload } } }';
    const { assessmentFeed } = await desk.asked(query, who, { types: [type] });
    return assessmentFeed.nodes.map(({ payload, ...change }: { payload: string }) => ({ ...change, ...JSON.parse(payload) }));
  };

  test.each<[string, string, object, ReturnType<typeof viewer>, string]>([
    ['by another township', 'd', {}, viewer(GOVERNMENTS[1], THEIRS, ['assessment:manage']), 'NOT_FOUND'],
    [
      'by the township that reads it and does not hold the round',
      'd',
      {},
      viewer(GOVERNMENTS[0], OURS, ['assessment:manage']),
      'NOT_FOUND',
    ],
    ['by who only rates', 'd', {}, rater(ORGANIZER, COUNTY), 'SCOPE_MISSING'],
    ['by the person', 'd', {}, viewer(ORGANIZER, COUNTY, ['assessment:manage'], 'd'), 'OWN_RESULT'],
    ['of what is not there', 'nobody', { resultId: 'nothing' }, manager, 'NOT_FOUND'],
    ['of who was not scored', 'e', {}, manager, 'NOT_GRADED'],
    ['on a version that was not read', 'd', { expectedVersion: 2 }, manager, 'STALE_VERSION'],
    ['to the grade it has', 'd', { institution: 'UNQUALIFIED' }, manager, 'NOTHING_CORRECTED'],
    ['in words of another scale', 'd', { institution: null, civilServant: 'COMPETENT' }, manager, 'GRADE'],
    ['in words of two scales', 'd', { organization: 'GOOD' }, manager, 'GRADE'],
    ['for the worse, for having applied (公务员法§97)', 'c', { institution: 'UNQUALIFIED' }, manager, 'WORSE_FOR_APPLYING'],
    ['to one excellent more than there are seats', 'b', { institution: 'EXCELLENT' }, manager, 'EXCELLENT_QUOTA_FULL'],
    ['by a review that nobody applied for', 'd', { appliedOn: null }, manager, 'APPLIED_ON'],
    ['by a review that was applied for tomorrow', 'd', { appliedOn: '2026-03-31' }, manager, 'APPLIED_ON'],
    ['for an error with a day of application', 'd', { ground: 'ERROR' }, manager, 'APPLIED_ON'],
    ['without a document', 'd', { document: ' ' }, manager, 'TEXT_LENGTH'],
  ])('nothing is corrected %s', async (_, person, more, who, reason) => {
    const { error } = await correct(person, more, who);
    expect(error).toMatchObject(['NOT_FOUND'].includes(reason) ? { code: reason } : { reason });
    if (results[person]) expect(await shown(person)).toMatchObject({ version: 1, corrections: [] });
  });

  test('公务员法§95: a review is applied for within thirty days, and a later one comes too late', async () => {
    desk.now = new Date('2026-05-30T02:00:00Z');
    expect((await correct('d', { appliedOn: '2026-04-21' })).error).toMatchObject({ reason: 'APPLIED_TOO_LATE', lastDay: '2026-04-20' });
  });

  test('what it was is kept, and is told once to its own division, whatever is sent again', async () => {
    expect((await shown('d')).availableActions).toEqual(['CORRECT']);
    const once = { idempotencyKey: `correct-${engine}-1` };
    const { row } = await correct('d', once);
    expect(row).toMatchObject({
      version: 2,
      grade: { institution: 'QUALIFIED' },
      score: '50.00',
      rank: 5,
      corrections: [{ version: 2, before: { institution: 'UNQUALIFIED' }, after: { institution: 'QUALIFIED' }, ground: 'REVIEW' }],
    });
    expect((await correct('d', once)).row).toEqual(row);
    expect((await correct('d')).error).toMatchObject({ reason: 'NOTHING_CORRECTED' });
    const correction = { staffMemberId: 'd', year: 2026, gradeScale: 'INSTITUTION', grade: 'QUALIFIED', was: 'UNQUALIFIED', version: 2 };
    expect(await told('ANNUAL_RESULT_CORRECTED', viewer(null, OURS, []))).toEqual([
      { kind: 'ANNUAL_STAFF', divisionCode: OURS, resultId: results.d, ...correction },
    ]);
    expect(await told('RESULT_CORRECTED', viewer(null, THEIRS, []))).toEqual([]);
    expect(await shown('d', viewer(null, OURS, []))).toMatchObject({ availableActions: [], corrections: [{ version: 2 }] });
    expect(await shown('d', viewer(null, THEIRS, []))).toBeNull();
    // What was computed is what it was.
    const { appraisalRound } = await desk.asked(
      'query ($id: ID!) { appraisalRound(id: $id) { calculations { isReproducible } } }',
      manager,
      {
        id: roundId,
      },
    );
    expect(appraisalRound.calculations).toEqual([{ isReproducible: true }]);
  });

  test('an error is mended for the worse too, and frees the seat of an excellent one; of two at once one finds it taken', async () => {
    const error = { ground: 'ERROR', appliedOn: null };
    expect((await correct('a', error)).row).toMatchObject({ version: 2, grade: { institution: 'QUALIFIED' } });
    const twice = await Promise.all(['b', 'f'].map((person) => correct(person, { ...error, institution: 'EXCELLENT' })));
    expect(twice.map(({ row, error }) => row?.version ?? error.reason).sort()).toEqual([2, 'EXCELLENT_QUOTA_FULL']);
    expect((await correct('c', { ...error, institution: 'EXCELLENT' })).error).toMatchObject({ reason: 'EXCELLENT_QUOTA_FULL', seats: 1 });
  });
});
