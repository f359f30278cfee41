import { insertAll } from '@township-graph/shared/insert-all';
import { machineFaults } from '@township-graph/shared/state-machine';
import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { Application } from '../application/application.entity';
import { delivered } from '../application/testing/delivered-application';
import { MATTERS_SCHEMA } from '../database';
import { createMattersSubgraph } from '../subgraph';
import { RatingState } from './rating.enums';
import { RATING_MACHINE } from './rating.moves';

const CLERK = viewerOf(['410225201'], ['matters:read', 'matters:handle']);
const NEIGHBOUR = viewerOf(['410225206'], ['matters:read', 'matters:handle']);

test('every bad rating comes to an end, and only by way of a call back', () => {
  const { GIVEN, MENDED, UNFOUNDED } = RatingState;
  const faults = machineFaults(RATING_MACHINE, { states: Object.values(RatingState), finals: [GIVEN, MENDED, UNFOUNDED] });
  // Each is an end, and may still turn bad by what is added to it.
  expect(faults).toEqual([GIVEN, MENDED, UNFOUNDED].map((state) => `${state} is final and yet can be left`));
  expect(RATING_MACHINE.availableActions(RatingState.CALL_BACK, undefined)).toEqual(['callBack']);
});

describe.each(ENGINES)('ratings on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;
  let now: Date;

  beforeEach(async () => {
    now = new Date('2026-09-21T02:00:00.000Z');
    opened = await freshDatabase(engine, MATTERS_SCHEMA);
    await insertAll(opened.database.manager, Application, [delivered('a-1')]);
    ask = asking((await createMattersSubgraph({ database: opened.database, clock: () => now })).execute);
  });
  afterEach(() => opened.close());

  const FIELDS = 'id grade gradeText state version comment availableActions deadlines { kind dueOn state } timeline { action }';
  const rate = (input: object = {}, viewer = CLERK) =>
    ask(
      `mutation ($input: RateApplicationInput!) { rateApplication(input: $input) { application { state version rating { ${FIELDS} } } } }`,
      viewer,
      {
        input: { applicationId: 'a-1', expectedVersion: 1, grade: 5, ...input },
      },
    );
  const move = (name: string, input: object, viewer = CLERK) =>
    ask(`mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { rating { ${FIELDS} } } }`, viewer, {
      input,
    });
  const refusalOf = ({ errors }: { errors?: readonly { extensions?: Record<string, unknown> }[] }) => errors?.[0]?.extensions?.reason;

  test('a bad rating is called back about within a day, mended within fifteen, and the applicant’s numbers do not stay', async () => {
    const { data } = await rate({ comment: '态度差，请打 13800000000' });
    const { rating, state } = data.rateApplication.application;
    expect(state).toBe('RATED');
    expect(rating).toMatchObject({
      gradeText: '非常不满意',
      state: 'CALL_BACK',
      comment: '态度差，请打 ***',
      availableActions: ['callBackRating', 'addToRating'],
    });
    expect(rating.deadlines).toEqual([{ kind: 'CALL_BACK', dueOn: '2026-09-22', state: 'RUNNING' }]);
    expect(refusalOf(await move('mendRating', { ratingId: rating.id, expectedVersion: 1, note: '已整改' }))).toBe('MOVE_NOT_ALLOWED');
    const called = (await move('callBackRating', { ratingId: rating.id, expectedVersion: 1, note: '电话回访' })).data.callBackRating.rating;
    expect(called.deadlines.map(({ kind, state: standing }: { kind: string; state: string }) => [kind, standing])).toEqual([
      ['CALL_BACK', 'MET'],
      ['MEND', 'RUNNING'],
    ]);
    const mended = (await move('mendRating', { ratingId: rating.id, expectedVersion: 2, note: '已整改并反馈' })).data.mendRating.rating;
    expect(mended).toMatchObject({ state: 'MENDED', availableActions: ['addToRating'] });
    expect(mended.timeline.map(({ action }: { action: string }) => action)).toEqual(['turnBad', 'callBack', 'mend']);
    // Still bad, says who was called: whoever deals with it calls again.
    const again = (await move('addToRating', { ratingId: rating.id, expectedVersion: 3, grade: 5 })).data.addToRating.rating;
    expect(again).toMatchObject({ state: 'CALL_BACK', availableActions: ['callBackRating'] });
    expect(again.deadlines.filter(({ state }: { state: string }) => state === 'RUNNING')).toMatchObject([{ kind: 'CALL_BACK' }]);
    expect(again.timeline.at(-1)).toMatchObject({ action: 'turnBad' });
  });

  test('an application is rated once and added to once; a good rating may turn bad by it', async () => {
    const { rating } = (await rate({ grade: 1 })).data.rateApplication.application;
    expect(rating).toMatchObject({ state: 'GIVEN', deadlines: [] });
    expect(refusalOf(await rate({ expectedVersion: 2 }))).toBe('MOVE_NOT_ALLOWED');
    const added = (await move('addToRating', { ratingId: rating.id, expectedVersion: 1, grade: 4, comment: '证件有误' })).data.addToRating
      .rating;
    expect(added).toMatchObject({ grade: 1, gradeText: '不满意', state: 'CALL_BACK' });
    expect(refusalOf(await move('addToRating', { ratingId: rating.id, expectedVersion: 2, grade: 1 }))).toBe('ALREADY_ADDED_TO');
    const [row] = (await ask('{ applicationStatistics(groupBy: [RATING]) { dimensions { code } } }', CLERK)).data.applicationStatistics;
    expect(row.dimensions).toEqual([{ code: '4' }]);
  });

  test('a neighbour neither rates nor sees it, a grade is one of five, a call back says what was found', async () => {
    expect(refusalOf(await rate({}, NEIGHBOUR))).toBe('NOT_FOUND');
    for (const grade of [0, 6]) expect(refusalOf(await rate({ grade }))).toBe('GRADE');
    const { rating } = (await rate()).data.rateApplication.application;
    expect((await ask('{ ratings { totalCount } }', NEIGHBOUR)).data.ratings.totalCount).toBe(0);
    expect(refusalOf(await move('callBackRating', { ratingId: rating.id, expectedVersion: 1, note: '回访' }, NEIGHBOUR))).toBe('NOT_FOUND');
    expect(refusalOf(await move('callBackRating', { ratingId: rating.id, expectedVersion: 1, note: ' ' }))).toBe('NOTE_MISSING');
    expect(refusalOf(await move('callBackRating', { ratingId: rating.id, expectedVersion: 9, note: '回访' }))).toBe('STALE_VERSION');
    expect((await ask('{ ratings(filter: { state: [CALL_BACK] }) { totalCount } }', CLERK)).data.ratings.totalCount).toBe(1);
  });
});
