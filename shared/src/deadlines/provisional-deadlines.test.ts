import type { DataSource, EntityManager } from 'typeorm';
import { viewerOf } from '../../testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '../../testing/database';
import { LEDGER_SCHEMA } from '../../testing/ledger';
import { addDays, addWorkdays, calendarKnownUntil, isWorkday, learnHolidays } from '../calendar';
import { dayOf, endOfDay, startOfDay } from '../clock';
import { OutboxEvent } from '../command/outbox-event.entity';
import { writesOf } from '../command/subgraph-writes';
import { LimitUnit, RestDayRule } from '../deadline';
import { Scheduler } from '../scheduler/scheduler';
import { CaseDeadline } from './case-deadline.entity';
import { DeadlineRepository } from './deadline.repository';
import { DeadlineLights } from './deadline-lights';
import { Deadlines } from './deadlines';
import { type MovedDeadline, ProvisionalDeadlines } from './provisional-deadlines';

const TOWNSHIP = '410225201';
const ALWAYS = { goesOn: async () => true };

/** The calendar learns a year for each engine: what one process knows, it does not forget. */
describe.each(ENGINES)('deadlines beyond the known holidays, on %s', (engine) => {
  let opened: TestDatabase;
  let database: DataSource;
  let lastKnown: string;
  let now: Date;
  let moved: string[];
  let fails = false;
  const clock = () => now;
  const deadlines = new Deadlines(clock);
  const copied: MovedDeadline = {
    subjectType: 'Ledger',
    kind: 'DECISION',
    apply: async (_, { subjectId, dueAt }) => {
      if (fails) throw new Error('the copy cannot be written');
      moved.push(`${subjectId} ${dayOf(dueAt)}`);
    },
  };

  beforeAll(async () => {
    opened = await freshDatabase(engine, LEDGER_SCHEMA);
    ({ database } = opened);
    lastKnown = calendarKnownUntil();
    now = startOfDay(lastKnown);
    moved = [];
    await start('moves', 3, LimitUnit.WORKDAY);
    await start('cannot move', 3, LimitUnit.WORKDAY);
    await start('stays', 40, LimitUnit.DAY);
    await start('beyond', 30, LimitUnit.MONTH);
    await start('met', 3, LimitUnit.WORKDAY);
    await inOne((tx) => deadlines.meet(tx, 'met', 'DECISION'));
    await start('stands', 3, LimitUnit.DAY, RestDayRule.STANDS);
  });
  afterAll(() => opened.close());

  const inOne = <T>(work: (tx: EntityManager) => Promise<T>) => database.manager.transaction(work);
  const start = (id: string, value: number, unit: LimitUnit, restDay = RestDayRule.MOVES) =>
    inOne((tx) =>
      deadlines.start(tx, { type: 'Ledger', id, divisionCode: TOWNSHIP }, 'DECISION', {
        limit: { value, unit },
        restDay,
        basis: '示例法§1',
      }),
    );
  const job = () =>
    new ProvisionalDeadlines({ database, commands: writesOf('ledger', { database, clock }).commands, clock, whenMoved: [copied] });
  const standing = async () => {
    const rows = await database.manager.find(CaseDeadline);
    return Object.fromEntries(rows.map(({ subjectId, dueAt, isProvisional }) => [subjectId, [dayOf(dueAt), isProvisional]]));
  };
  const told = async () =>
    (await database.manager.find(OutboxEvent, { order: { sequence: 'ASC' } })).map(({ type, subjectId, payload }) => [
      type,
      subjectId,
      payload,
    ]);

  test('are computed Monday to Friday, and nothing is computed anew while no more is known', async () => {
    const due = addWorkdays(lastKnown, 3);
    await job().run(ALWAYS);
    expect(await standing()).toMatchObject({ moves: [due, true], met: [due, true], stands: [addDays(lastKnown, 3), false] });
    expect(await told()).toEqual([]);
  });

  test('are computed anew once when a further year is known, and what moved or became certain is told', async () => {
    const before = await standing();
    const year = String(Number(lastKnown.slice(0, 4)) + 1);
    const newYear = [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(`${year}-01-01`, days)).filter(isWorkday);
    const days = Object.fromEntries([...newYear, `${year}-10-01`].map((day) => [day, '示例假期']));
    learnHolidays({ holidays: days, workdays: {} });
    expect(calendarKnownUntil()).toBe(`${year}-12-31`);
    const due = addWorkdays(lastKnown, 3);
    expect(due > (before.moves![0] as string)).toBe(true);

    fails = true;
    await expect(job().run(ALWAYS)).rejects.toThrow('2 deadlines');
    fails = false;
    expect(await standing()).toMatchObject({ moves: before.moves, stays: [before.stays![0], false] });

    // A court of instances: each finds the same, and one of them does it.
    await Promise.all([1, 2, 3].map(() => job().run(ALWAYS)));
    await new Scheduler({ database, jobs: [job()], clock, everyMs: 1 }).runDue();
    expect(await standing()).toEqual({ ...before, moves: [due, false], 'cannot move': [due, false], stays: [before.stays![0], false] });
    expect(moved.toSorted()).toEqual([`cannot move ${due}`, `moves ${due}`]);
    const event = (subjectId: string, from: string, to: string) => [
      'DEADLINE_RECOMPUTED',
      subjectId,
      { kind: 'DECISION', dueAt: endOfDay(to).toISOString(), wasDueAt: endOfDay(from).toISOString(), isProvisional: false },
    ];
    const [was, stays] = [before.moves![0] as string, before.stays![0] as string];
    expect(await told()).toHaveLength(3);
    expect(await told()).toEqual(
      expect.arrayContaining([event('stays', stays, stays), event('moves', was, due), event('cannot move', was, due)]),
    );
  });

  test('that were computed before anybody kept by what are looked at once, and turn their light by the new date', async () => {
    await database.manager.update(CaseDeadline, { subjectId: 'beyond' }, { calendarUntil: null });
    await job().run(ALWAYS);
    const { calendarUntil, isProvisional } = await database.manager.findOneByOrFail(CaseDeadline, { subjectId: 'beyond' });
    expect([calendarUntil, isProvisional]).toEqual([calendarKnownUntil(), true]);
    expect(await told()).toHaveLength(3);
    const { nextAt, dueAt } = await database.manager.findOneByOrFail(CaseDeadline, { subjectId: 'moves' });
    expect(nextAt).toEqual(startOfDay(addWorkdays(dayOf(dueAt), -1)));
    const shown = await new DeadlineRepository(database.manager, 'matters:read', clock).findBySubjects(
      viewerOf([TOWNSHIP], ['matters:read']),
      ['moves'],
    );
    expect(shown).toMatchObject([{ dueAt, isProvisional: false }]);
  });

  test('whose light is due before that turn it afterwards: their date does not move behind the back of its copy', async () => {
    const lights = new DeadlineLights({ database, commands: writesOf('ledger', { database, clock }).commands, clock });
    const beyond = () => database.manager.findOneByOrFail(CaseDeadline, { subjectId: 'beyond' });
    await database.manager.update(CaseDeadline, { subjectId: 'beyond' }, { calendarUntil: lastKnown });
    now = (await beyond()).nextAt!;
    await lights.run(ALWAYS);
    expect(await beyond()).toMatchObject({ light: 'GREEN', calendarUntil: lastKnown });
    await job().run(ALWAYS);
    await lights.run(ALWAYS);
    expect(await beyond()).toMatchObject({ light: 'YELLOW', calendarUntil: calendarKnownUntil() });
  });
});
