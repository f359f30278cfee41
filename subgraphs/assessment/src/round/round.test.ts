import { ENGINES } from '@township-graph/shared/testing/database';
import { bureaus, bureausScored, ours, personOf, raterIn, STAFF, theirs, towns } from '../testing/assessed-bureaus';
import {
  AssessmentDesk,
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

describe.each(ENGINES)('rounds and their cards on %s', (engine) => {
  const desk = AssessmentDesk.ofTests(engine);

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
      const round = await bureausScored(desk, ['70', '80', '90']);
      const cards = async (who: typeof ours) =>
        (await desk.asked('query ($id: ID!) { scorecards(filter: { roundId: $id }) { totalCount } }', who, { id: round.id })).scorecards
          .totalCount;
      expect([await cards(manager), await cards(ours), await cards(rater(GOVERNMENTS[0], TOWNSHIPS[4]))]).toEqual([9, 3, 0]);
    });
  });
});
