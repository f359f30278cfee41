import { viewerOf } from '../../testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '../../testing/database';
import { LEDGER_SCHEMA } from '../../testing/ledger';
import { endOfDay, startOfDay } from '../clock';
import { type DeadlineRule, DeadlineState, LimitUnit, RestDayRule } from '../deadline';
import { CaseDeadline } from './case-deadline.entity';
import { DeadlineLight } from './deadline.enums';
import { DeadlineRepository, deadlineLoader } from './deadline.repository';
import { Deadlines } from './deadlines';

const { WORKDAY, DAY, HOUR } = LimitUnit;
const TOWNSHIP = '410225201';
const OURS = viewerOf([TOWNSHIP], ['matters:read']);
const NEIGHBOUR = viewerOf(['410225202'], ['matters:read']);
const SUBJECT = { type: 'Ledger', id: 'l-1', divisionCode: TOWNSHIP };
const HOUR_MS = 60 * 60 * 1000;
const NOON = (day: string) => new Date(startOfDay(day).getTime() + 12 * HOUR_MS);

const within = (value: number, unit = WORKDAY, restDay = RestDayRule.MOVES): DeadlineRule => ({
  limit: { value, unit },
  restDay,
  basis: '行政许可法§42①、§82',
});

describe.each(ENGINES)('deadlines on %s', (engine) => {
  let opened: TestDatabase;
  let now: Date;
  let repository: DeadlineRepository;
  const deadlines = new Deadlines(() => now);

  beforeEach(async () => {
    opened = await freshDatabase(engine, LEDGER_SCHEMA);
    repository = new DeadlineRepository(opened.database.manager, 'matters:read', () => now);
  });
  afterEach(() => opened.close());

  const inOne = <T>(work: (tx: typeof opened.database.manager) => Promise<T>) => opened.database.manager.transaction(work);
  const start = (rule: DeadlineRule, kind = 'DECISION') => inOne((tx) => deadlines.start(tx, SUBJECT, kind, rule));
  const stored = () => opened.database.manager.findOneByOrFail(CaseDeadline, { subjectId: 'l-1' });
  const seen = async (viewer = OURS) => (await repository.findBySubjects(viewer, ['l-1']))[0];
  const at = async (instant: Date) => {
    now = instant;
    return seen();
  };

  test('a limit over the National Day week of 2026 leaves its seven holidays out, and counts the Saturday worked in lieu', async () => {
    now = NOON('2026-09-28');
    await start(within(5));
    // 29, 30 September, 8, 9, 10 October: the 1st to the 7th are holidays, and Saturday the 10th is worked.
    expect(await seen()).toMatchObject({ dueAt: endOfDay('2026-10-10'), light: DeadlineLight.GREEN, isProvisional: false });
    expect((await stored()).nextAt).toEqual(startOfDay('2026-10-09'));
    expect((await at(NOON('2026-10-07')))!.light).toBe(DeadlineLight.GREEN);
    expect((await at(startOfDay('2026-10-09')))!.light).toBe(DeadlineLight.YELLOW);
  });

  test('the light changes at the first instant of the working day before the last, and after the last instant', async () => {
    now = NOON('2026-03-02');
    await start(within(5));
    const lights = [
      [new Date(startOfDay('2026-03-06').getTime() - 1), DeadlineState.RUNNING, DeadlineLight.GREEN],
      [startOfDay('2026-03-06'), DeadlineState.RUNNING, DeadlineLight.YELLOW],
      [endOfDay('2026-03-09'), DeadlineState.RUNNING, DeadlineLight.YELLOW],
      [startOfDay('2026-03-10'), DeadlineState.OVERDUE, DeadlineLight.RED],
    ] as const;
    for (const [instant, state, light] of lights) expect(await at(instant)).toMatchObject({ state, light });
  });

  test.each([
    ['one working day', within(1)],
    ['one day before a weekend', within(1, DAY)],
    ['the same day', within(0, DAY, RestDayRule.STANDS)],
    ['twenty-four hours', within(24, HOUR)],
  ])('%s has no warning: there is no earlier day to warn on', async (_what, rule) => {
    now = NOON('2026-03-06');
    const { dueAt } = await start(rule);
    expect((await stored()).nextAt).toEqual(new Date(dueAt.getTime() + 1));
    expect((await at(dueAt))!.light).toBe(DeadlineLight.GREEN);
    expect((await at(new Date(dueAt.getTime() + 1)))!.light).toBe(DeadlineLight.RED);
  });

  test('one day that was extended is warned of like any other limit', async () => {
    now = NOON('2026-03-02');
    await start(within(1));
    await inOne((tx) => deadlines.extend(tx, 'l-1', 'DECISION', { limit: { value: 4, unit: WORKDAY }, basis: '行政许可法§42①但书' }));
    expect(await stored()).toMatchObject({ dueAt: endOfDay('2026-03-09'), nextAt: startOfDay('2026-03-06') });
  });

  test('a suspension over the warning day turns no light; the warning moves with the last day', async () => {
    now = NOON('2026-03-02');
    await start(within(5));
    now = NOON('2026-03-05');
    await inOne((tx) => deadlines.suspend(tx, 'l-1', ['DECISION'], '行政许可法§45'));
    expect(await stored()).toMatchObject({ state: DeadlineState.SUSPENDED, light: DeadlineLight.GREEN, nextAt: null });
    expect(await at(NOON('2026-03-12'))).toMatchObject({ state: DeadlineState.SUSPENDED, light: DeadlineLight.GREEN });
    await inOne((tx) => deadlines.resume(tx, 'l-1', ['DECISION']));
    // Counted before: 3, 4. Then the 12th, 13th and 16th.
    expect(await stored()).toMatchObject({
      state: DeadlineState.RUNNING,
      light: DeadlineLight.GREEN,
      dueAt: endOfDay('2026-03-16'),
      nextAt: startOfDay('2026-03-13'),
    });
  });

  test('what stands still is not stopped again, and what runs is not resumed twice', async () => {
    now = NOON('2026-03-02');
    await start(within(5));
    for (const basis of ['行政许可法§45', '行政许可法§45']) await inOne((tx) => deadlines.suspend(tx, 'l-1', ['DECISION'], basis));
    now = NOON('2026-03-03');
    await inOne((tx) => deadlines.resume(tx, 'l-1', ['DECISION']));
    now = NOON('2026-03-04');
    await inOne((tx) => deadlines.resume(tx, 'l-1', ['DECISION']));
    const { suspensions } = await stored();
    expect(suspensions).toEqual([{ from: NOON('2026-03-02').toISOString(), to: NOON('2026-03-03').toISOString(), basis: '行政许可法§45' }]);
  });

  test('an extension adds its basis before the time is up, and is refused an instant after', async () => {
    now = NOON('2026-03-02');
    await start(within(5));
    const more = { limit: { value: 2, unit: WORKDAY }, basis: '行政许可法§42①但书' };
    now = endOfDay('2026-03-09');
    await inOne((tx) => deadlines.extend(tx, 'l-1', 'DECISION', more));
    expect(await stored()).toMatchObject({ dueAt: endOfDay('2026-03-11'), basis: '行政许可法§42①、§82；行政许可法§42①但书' });
    now = startOfDay('2026-03-12');
    await expect(inOne((tx) => deadlines.extend(tx, 'l-1', 'DECISION', more))).rejects.toMatchObject({ reason: 'DEADLINE_OVERDUE' });
    expect((await stored()).dueAt).toEqual(endOfDay('2026-03-11'));
  });

  test('what is met in time is green; what is met late stays overdue, and is left to the scheduler to tell of', async () => {
    now = NOON('2026-03-02');
    await start(within(5));
    await start(within(5), 'NOTICE');
    now = endOfDay('2026-03-09');
    await inOne((tx) => deadlines.meet(tx, 'l-1', 'NOTICE'));
    now = startOfDay('2026-03-10');
    await inOne((tx) => deadlines.meet(tx, 'l-1', 'DECISION'));
    const rows = await opened.database.manager.find(CaseDeadline, { order: { kind: 'DESC' } });
    expect(rows.map(({ kind, state, light, nextAt }) => [kind, state, light, nextAt])).toEqual([
      ['NOTICE', DeadlineState.MET, DeadlineLight.GREEN, null],
      ['DECISION', DeadlineState.OVERDUE, DeadlineLight.GREEN, now],
    ]);
    expect((await repository.findBySubjects(OURS, ['l-1'])).map(({ light }) => light).sort()).toEqual(['GREEN', 'RED']);
  });

  test.each([
    ['stopping', (tx: never) => deadlines.suspend(tx, 'l-1', ['DECISION'], '行政许可法§45')],
    ['resuming', (tx: never) => deadlines.resume(tx, 'l-1', ['DECISION'])],
    ['ending', (tx: never) => deadlines.lapse(tx, 'l-1')],
  ])('%s a clock that ran out unseen leaves it overdue, for the scheduler to tell of', async (_what, change) => {
    now = NOON('2026-03-02');
    await start(within(5));
    now = NOON('2026-03-10');
    await inOne((tx) => change(tx as never));
    const { light, nextAt } = await stored();
    expect(light).toBe(DeadlineLight.GREEN);
    expect(nextAt! <= now).toBe(true);
    expect(await seen()).toMatchObject({ state: DeadlineState.OVERDUE, light: DeadlineLight.RED });
  });

  test('a clock that starts in the past is red to who looks, and due to be told of', async () => {
    now = NOON('2026-03-20');
    const deadline = await inOne((tx) => deadlines.start(tx, SUBJECT, 'DECISION', within(5), NOON('2026-03-02')));
    expect(deadline).toMatchObject({ state: DeadlineState.OVERDUE, light: DeadlineLight.RED });
    expect(await stored()).toMatchObject({ light: DeadlineLight.GREEN, nextAt: now });
  });

  test('what lapses shows no light, not even a yellow one, and nobody looks at it again', async () => {
    now = NOON('2026-03-02');
    await start(within(5));
    await start(within(5), 'NOTICE');
    await opened.database.manager.update(CaseDeadline, { subjectId: 'l-1' }, { light: DeadlineLight.YELLOW });
    now = NOON('2026-03-09');
    await inOne((tx) => deadlines.lapse(tx, 'l-1', ['DECISION']));
    const [lapsed] = await opened.database.manager.findBy(CaseDeadline, { kind: 'DECISION' });
    expect(lapsed).toMatchObject({ state: DeadlineState.LAPSED, light: DeadlineLight.GREEN, nextAt: null });
    await inOne((tx) => deadlines.meet(tx, 'l-1', 'DECISION'));
    now = NOON('2026-04-01');
    const shown = await repository.findBySubjects(OURS, ['l-1']);
    expect(shown.map(({ kind, state }) => [kind, state]).sort()).toEqual([
      ['DECISION', DeadlineState.LAPSED],
      ['NOTICE', DeadlineState.OVERDUE],
    ]);
  });

  test('a clock that an instance ahead of time set going again is set going here too, when that time comes', async () => {
    now = NOON('2026-03-02');
    await start(within(5));
    await inOne((tx) => deadlines.suspend(tx, 'l-1', ['DECISION'], '行政许可法§45'));
    now = NOON('2026-03-04');
    const ahead = now;
    await inOne((tx) => deadlines.resume(tx, 'l-1', ['DECISION']));
    now = new Date(ahead.getTime() - 2000);
    await inOne((tx) => deadlines.extend(tx, 'l-1', 'DECISION', { limit: { value: 1, unit: WORKDAY }, basis: '行政许可法§42①但书' }));
    expect(await stored()).toMatchObject({ state: DeadlineState.SUSPENDED, nextAt: ahead });
    await inOne((tx) => deadlines.suspend(tx, 'l-1', ['DECISION'], '行政许可法§45'));
    expect((await stored()).suspensions).toHaveLength(2);
  });

  test('a clock goes with its subject: the division it left sees it no more, the one it came to does', async () => {
    now = NOON('2026-03-02');
    await start(within(5));
    expect(await seen(NEIGHBOUR)).toBeUndefined();
    expect(await seen(viewerOf([TOWNSHIP]))).toBeUndefined();
    await inOne((tx) => deadlines.move(tx, { ...SUBJECT, divisionCode: '410225202' }));
    expect(await seen()).toBeUndefined();
    expect(await seen(NEIGHBOUR)).toMatchObject({ kind: 'DECISION' });
  });

  test('the clocks of many subjects are one statement', async () => {
    now = NOON('2026-03-02');
    for (const id of ['a', 'b', 'c']) await inOne((tx) => deadlines.start(tx, { ...SUBJECT, id }, 'DECISION', within(5)));
    const loader = deadlineLoader(repository, OURS);
    let found: CaseDeadline[][] = [];
    const statements = await opened.statementsOf(async () => {
      found = await Promise.all(['c', 'a', 'none', 'b'].map((id) => loader.load(id)));
    });
    expect(statements).toHaveLength(1);
    expect(found.map((each) => each.map(({ subjectId }) => subjectId))).toEqual([['c'], ['a'], [], ['b']]);
  });
});
