import { ENGINES } from '@township-graph/shared/testing/database';
import { STAFF as OF_STAFF, ours, personOf, raterIn, towns } from '../testing/assessed-bureaus';
import { AssessmentDesk, COUNTY, GOVERNMENTS, manager, ORGANIZER, OURS, rater, THEIRS, viewer } from '../testing/assessment-desk';

const STAFF = { ...OF_STAFF, quotaPercent: 20 };
const PERSONS = ['a', 'b', 'c', 'd', 'e', 'f'];
const POINTS: Readonly<Record<string, string>> = { a: '95', b: '94', c: '70', d: '50', f: '85' };
const SHOWN =
  'id version grade { institution } score rank availableActions corrections { version before { institution } after { institution } ground }';

describe.each(ENGINES)('corrections on %s', (engine) => {
  const desk = AssessmentDesk.ofTests(engine);
  /** Results of a round in which five persons have a score, so that one may be excellent: by their person. */
  let results: Readonly<Record<string, string>>;
  let roundId: string;

  beforeAll(async () => {
    const persons = PERSONS.map((staffMemberId) => personOf(staffMemberId, OURS));
    const round = await desk.round(await desk.scheme(STAFF), persons, towns.slice(0, 2));
    for (const { id, subject } of round.subjects)
      if (POINTS[subject.id!]) await desk.score(ours, raterIn(round, OURS), id, { A: POINTS[subject.id!]! });
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
    expect((await shown('d')).availableActions).toEqual(['CORRECT', 'CORRECT_SCORES']);
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

  describe('of scores', () => {
    const CORRECTED = `id version score rank isVetoed grade { institution } scorecards { id version scores { score } revisions { version scores { score } } }
      corrections { version calculation isConsequence reason scoreBefore scoreAfter rankBefore: fromRank rankAfter: toRank before { institution } after { institution } }`;
    const DEDUCTIONS = { deductions: [{ code: 'D', name: '示例扣分', maximum: '5' }] };
    let own: Readonly<Record<string, string>>;
    let ownRound: string;

    beforeAll(async () => {
      desk.now = new Date('2026-03-02T02:00:00Z');
      const persons = PERSONS.map((staffMemberId) => personOf(staffMemberId, OURS));
      const round = await desk.round(await desk.scheme({ ...STAFF, ...DEDUCTIONS }), persons, towns.slice(0, 1));
      ownRound = round.id;
      for (const { id: roundSubjectId, subject } of round.subjects) {
        if (POINTS[subject.id!]) await desk.score(ours, raterIn(round, OURS), roundSubjectId, { A: POINTS[subject.id!]! });
        const deduction = { roundId: round.id, roundSubjectId, kind: 'DEDUCTION', code: 'D', points: '5', reason: '示例事由' };
        if (subject.id === 'f') await desk.done('recordAdjustment', 'adjustment { id }', manager, deduction);
      }
      const published = await desk.step('publishRound', await desk.step('calculateRound', round));
      own = Object.fromEntries((await desk.results(round.id)).map(({ id, subject }) => [subject.id, id]));
      desk.now = new Date('2026-03-20T02:00:00Z');
      await desk.step('confirmRound', published);
    });

    const one = async (person: string, who = manager) =>
      (await desk.asked(`query ($id: ID!) { appraisalResult(id: $id) { ${CORRECTED} } }`, who, { id: own[person] })).appraisalResult;
    /** The card of the person with this score, under what is said otherwise. */
    const rescore = async (person: string, score: string, more: object = {}, who = manager) => {
      const { version, scorecards } = await one(person);
      const [card] = scorecards;
      const cards = [{ scorecardId: card.id, expectedVersion: card.version, scores: [{ indicator: 'A', score }] }];
      const { institution: _, ...stated } = given;
      const input = { resultId: own[person], expectedVersion: version, cards, ...stated, ...more };
      return desk.send('correctScores', `result { ${CORRECTED} }`, who, input);
    };
    const reproducible = async () => {
      const query = 'query ($id: ID!) { appraisalRound(id: $id) { calculations { number isReproducible } timeline { action } } }';
      return (await desk.asked(query, manager, { id: ownRound })).appraisalRound;
    };
    const mended = { ground: 'ERROR', appliedOn: null };

    test.each<[string, string, string, object, ReturnType<typeof viewer>, string]>([
      ['by another township', 'd', '75', {}, viewer(GOVERNMENTS[1], THEIRS, ['assessment:manage']), 'NOT_FOUND'],
      ['by the township that rated', 'd', '75', {}, viewer(GOVERNMENTS[0], OURS, ['assessment:manage']), 'NOT_FOUND'],
      ['by who only rates', 'd', '75', {}, rater(ORGANIZER, COUNTY), 'SCOPE_MISSING'],
      ['by the person', 'd', '75', {}, viewer(ORGANIZER, COUNTY, ['assessment:manage'], 'd'), 'OWN_RESULT'],
      ['on a version that was not read', 'd', '75', { expectedVersion: 9 }, manager, 'STALE_VERSION'],
      ['to what it was', 'd', '50', {}, manager, 'NOTHING_CORRECTED'],
      ['to more than a hundred', 'd', '101', {}, manager, 'SCORES'],
      ['without a card', 'd', '75', { cards: [] }, manager, 'NOTHING_CORRECTED'],
      ['for the worse, for having applied (公务员法§97)', 'd', '49', {}, manager, 'WORSE_FOR_APPLYING'],
      ['by what was never taken off', 'd', '75', { withdrawnAdjustmentIds: ['nothing'] }, manager, 'NOT_FOUND'],
      ['where it takes a seat of who is named by nobody', 'b', '97', {}, manager, 'EXCELLENT_QUOTA_FULL'],
      ['where who is named loses the seat to nobody', 'd', '75', { displacedResultIds: ['a'] }, manager, 'DISPLACED'],
    ])('no score is corrected %s', async (_, person, score, more, who, reason) => {
      const named = 'displacedResultIds' in more ? { displacedResultIds: [own.a] } : more;
      const { error } = await rescore(person, score, named, who);
      expect(error).toMatchObject(reason === 'NOT_FOUND' ? { code: reason } : { reason });
      expect(await one(person)).toMatchObject({ version: 1, corrections: [], scorecards: [{ version: 1, revisions: [] }] });
      expect((await reproducible()).calculations).toHaveLength(1);
    });

    test('nor by the card of somebody else', async () => {
      const [card] = (await one('c')).scorecards;
      const cards = [{ scorecardId: card.id, expectedVersion: 1, scores: [{ indicator: 'A', score: '75' }] }];
      expect((await rescore('d', '', { cards })).error).toMatchObject({ code: 'NOT_FOUND' });
    });

    test('a corrected card carries through: score, rank and grade, the ranks of others, and what is told, once', async () => {
      const once = { idempotencyKey: `scores-${engine}`, expectedVersion: 1 };
      const { row } = await rescore('d', '75', once);
      expect(row).toMatchObject({
        version: 2,
        score: '75.00',
        rank: 4,
        grade: { institution: 'BASICALLY_QUALIFIED' },
        scorecards: [{ version: 2, scores: [{ score: '75' }], revisions: [{ version: 1, scores: [{ score: '50' }] }] }],
      });
      expect(row.corrections).toMatchObject([
        { version: 2, calculation: 2, isConsequence: false, scoreBefore: '50.00', scoreAfter: '75.00', rankBefore: 5, rankAfter: 4 },
      ]);
      const other = await one('c', viewer(null, OURS, []));
      expect(other).toMatchObject({ version: 2, score: '70.00', rank: 5, grade: { institution: 'BASICALLY_QUALIFIED' } });
      expect(other.corrections).toMatchObject([{ isConsequence: true, scoreBefore: '70.00', rankBefore: 4, rankAfter: 5 }]);
      // What was found of one is not said to another.
      expect(other.corrections[0].reason).not.toContain(given.reason);
      const corrected = (await told('ANNUAL_RESULT_CORRECTED')).filter(({ resultId }: { resultId: string }) =>
        Object.values(own).includes(resultId),
      );
      expect(corrected).toMatchObject([{ resultId: own.d, grade: 'BASICALLY_QUALIFIED', was: 'UNQUALIFIED', version: 2 }]);
      const { calculations, timeline } = await reproducible();
      expect(calculations).toEqual([1, 2].map((number) => ({ number, isReproducible: true })));
      expect(timeline.at(-1)).toEqual({ action: 'CORRECT' });
    });

    test('a deduction that was wrong is taken back; of two corrections at once one has not read the other', async () => {
      const { appraisalRound } = await desk.asked('query ($id: ID!) { appraisalRound(id: $id) { adjustments { id } } }', manager, {
        id: ownRound,
      });
      const taken = { ...mended, cards: [], withdrawnAdjustmentIds: [appraisalRound.adjustments[0].id] };
      const twice = await Promise.all([rescore('f', '', taken), rescore('f', '', taken)]);
      expect(twice.map(({ row, error }) => row?.score ?? error.reason).sort()).toEqual(['85.00', 'STALE_VERSION']);
    });

    test('who is better by the corrected score has the seat of who is named; both are told, and ranks follow', async () => {
      const full = await rescore('b', '97', mended);
      expect(full.error).toMatchObject({ reason: 'EXCELLENT_QUOTA_FULL', seats: 1, resultIds: [own.a] });
      const { row } = await rescore('b', '97', { ...mended, displacedResultIds: [own.a] });
      expect(row).toMatchObject({ score: '97.00', rank: 1, grade: { institution: 'EXCELLENT' } });
      expect(await one('a')).toMatchObject({
        score: '95.00',
        rank: 2,
        grade: { institution: 'QUALIFIED' },
        corrections: [{ isConsequence: true }],
      });
      const grades = (await told('ANNUAL_RESULT_CORRECTED')).filter(({ resultId }: { resultId: string }) =>
        [own.a, own.b].includes(resultId),
      );
      expect(grades).toMatchObject([
        { resultId: own.b, grade: 'EXCELLENT', was: 'QUALIFIED' },
        { resultId: own.a, grade: 'QUALIFIED', was: 'EXCELLENT' },
      ]);
    });

    test('a grade that was decided stands when others are scored anew; one that frees a seat gives it to the next', async () => {
      const decided = { ...given, ...mended, resultId: own.f, expectedVersion: (await one('f')).version, institution: 'UNQUALIFIED' };
      await desk.done('correctResult', 'result { id }', manager, decided);
      expect((await rescore('b', '60', mended)).row).toMatchObject({ rank: 5, grade: { institution: 'BASICALLY_QUALIFIED' } });
      expect(await one('a')).toMatchObject({ rank: 1, grade: { institution: 'EXCELLENT' } });
      expect(await one('f')).toMatchObject({ score: '85.00', grade: { institution: 'UNQUALIFIED' } });
      // Nor does who was found not to be excellent after all come to the free seat by the next calculation.
      const lowered = { ...given, ...mended, resultId: own.a, expectedVersion: (await one('a')).version };
      await desk.done('correctResult', 'result { id }', manager, lowered);
      expect((await rescore('d', '76', mended)).error).toBeUndefined();
      expect(await one('a')).toMatchObject({ score: '95.00', grade: { institution: 'QUALIFIED' } });
      expect((await reproducible()).calculations.every(({ isReproducible }: { isReproducible: boolean }) => isReproducible)).toBe(true);
    });
  });
});
