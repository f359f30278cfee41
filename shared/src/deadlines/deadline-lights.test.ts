import { type DataSource, type EntityManager, MoreThan } from 'typeorm';
import { viewerOf } from '../../testing/ask';
import { ENGINES } from '../../testing/database';
import { createLedgerSubgraph, LEDGER_SCHEMA, Ledger } from '../../testing/ledger';
import { freshUrl } from '../../testing/template';
import { AuditRecord } from '../audit/audit-record.entity';
import { verifyAudit } from '../audit/audit-verification';
import { startOfDay } from '../clock';
import { OutboxEvent } from '../command/outbox-event.entity';
import { writesOf } from '../command/subgraph-writes';
import { openDatabase } from '../database';
import { LimitUnit, RestDayRule } from '../deadline';
import type { Job, Turn } from '../scheduler/job';
import { CaseDeadline } from './case-deadline.entity';
import { DeadlineRepository } from './deadline.repository';
import { DeadlineLights, type MissedDeadline } from './deadline-lights';
import { Deadlines } from './deadlines';

const TOWNSHIP = '410225201';
const HOUR_MS = 60 * 60 * 1000;
const NOON = (day: string) => new Date(startOfDay(day).getTime() + 12 * HOUR_MS);
const ALWAYS: Turn = { goesOn: async () => true };

describe.each(ENGINES)('the lights of deadlines on %s', (engine) => {
  let database: DataSource;
  let others: DataSource;
  let now: Date;
  let job: Job;
  const clock = () => now;
  const deadlines = new Deadlines(clock);

  beforeEach(async () => {
    now = NOON('2026-03-02');
    const url = await freshUrl(engine);
    database = await openDatabase({ ...LEDGER_SCHEMA, url });
    others = engine === 'sqlite' ? database : await openDatabase({ ...LEDGER_SCHEMA, url });
    job = (await createLedgerSubgraph({ database, clock })).jobs[0]!;
    for (const id of ['l-1', 'l-2', 'l-3'])
      await database.manager.insert(Ledger, { id, divisionCode: TOWNSHIP, keeper: null, phone: null, total: 0, version: 1 });
  });
  afterEach(async () => {
    await database.destroy();
    if (others !== database) await others.destroy();
  });

  const inOne = <T>(work: (tx: EntityManager) => Promise<T>) => database.manager.transaction(work);
  const start = (id: string, value: number, kind = 'DECISION', unit = LimitUnit.WORKDAY) =>
    inOne((tx) =>
      deadlines.start(tx, { type: 'Ledger', id, divisionCode: TOWNSHIP }, kind, {
        limit: { value, unit },
        restDay: RestDayRule.MOVES,
        basis: '行政许可法§42①、§82',
      }),
    );
  const events = () => database.manager.find(OutboxEvent, { order: { sequence: 'ASC' } });
  const told = async () => (await events()).map(({ type, subjectId }) => `${type} ${subjectId}`);
  const lightOf = async (subjectId: string) => (await database.manager.findOneByOrFail(CaseDeadline, { subjectId })).light;
  const lightsWith = (whenMissed: readonly MissedDeadline[], at = database) =>
    new DeadlineLights({ database: at, commands: writesOf('ledger', { database: at, clock }).commands, clock, whenMissed });

  test('a deadline turns yellow, then red; each time one event and one record of the system’s, where the subject is', async () => {
    await start('l-1', 5);
    await job.run(ALWAYS);
    expect(await told()).toEqual([]);
    now = startOfDay('2026-03-06');
    for (const _again of [1, 2]) await job.run(ALWAYS);
    expect([await told(), await lightOf('l-1')]).toEqual([['DEADLINE_WARNING l-1'], 'YELLOW']);
    now = startOfDay('2026-03-10');
    for (const _again of [1, 2]) await job.run(ALWAYS);
    expect([await told(), await lightOf('l-1')]).toEqual([['DEADLINE_WARNING l-1', 'DEADLINE_OVERDUE l-1'], 'RED']);
    const [, overdue] = await events();
    const dueAt = '2026-03-09T15:59:59.999Z';
    expect(overdue).toMatchObject({ subjectType: 'Ledger', divisionCode: TOWNSHIP, payload: { kind: 'DECISION', dueAt }, at: now });
    const records = await database.manager.find(AuditRecord, { order: { sequence: 'ASC' } });
    expect(records).toHaveLength(2);
    expect(records[1]).toMatchObject({
      action: 'deadline-lights',
      subject: 'system:deadline-lights',
      organization: null,
      divisions: [TOWNSHIP],
      divisionCode: TOWNSHIP,
      targets: [{ type: 'Ledger', id: 'l-1', fields: [] }],
      outcome: 'DONE',
      requestId: overdue!.requestId,
    });
    expect(await verifyAudit(database, 'ledger', [])).toMatchObject({ findings: [] });
  });

  test('days of standstill are told of in the order in which they would have been, each once', async () => {
    await start('l-1', 5);
    await start('l-2', 6);
    await start('l-3', 100, 'DECISION', LimitUnit.HOUR);
    now = NOON('2026-03-31');
    await job.run(ALWAYS);
    expect(await told()).toEqual([
      'DEADLINE_WARNING l-1',
      'DEADLINE_OVERDUE l-3',
      'DEADLINE_WARNING l-2',
      'DEADLINE_OVERDUE l-1',
      'DEADLINE_OVERDUE l-2',
    ]);
    await job.run(ALWAYS);
    expect(await told()).toHaveLength(5);
    expect(await database.manager.countBy(CaseDeadline, { nextAt: MoreThan(new Date(0)) })).toBe(0);
  });

  test('what was met, stopped or ended in time is not told of; what goes on again is', async () => {
    await start('l-1', 5, 'MET');
    await start('l-2', 5, 'STOPPED');
    await start('l-3', 5, 'ENDED');
    now = NOON('2026-03-04');
    await inOne((tx) => deadlines.meet(tx, 'l-1', 'MET'));
    await inOne((tx) => deadlines.suspend(tx, 'l-2', ['STOPPED'], '行政许可法§45'));
    await inOne((tx) => deadlines.lapse(tx, 'l-3'));
    now = NOON('2026-03-20');
    await job.run(ALWAYS);
    expect(await told()).toEqual([]);
    await inOne((tx) => deadlines.resume(tx, 'l-2', ['STOPPED']));
    now = NOON('2026-04-20');
    await job.run(ALWAYS);
    expect(await told()).toEqual(['DEADLINE_WARNING l-2', 'DEADLINE_OVERDUE l-2']);
  });

  test.each([
    ['met', (tx: EntityManager) => deadlines.meet(tx, 'l-1', 'DECISION')],
    ['ended', (tx: EntityManager) => deadlines.lapse(tx, 'l-1')],
    ['set going', (tx: EntityManager) => deadlines.resume(tx, 'l-1', ['DECISION'])],
  ])('what was %s late, before anybody looked, is told of as overdue all the same, once', async (_what, change) => {
    await start('l-1', 5);
    now = startOfDay('2026-03-06');
    await job.run(ALWAYS);
    now = NOON('2026-03-10');
    await inOne(change);
    for (const _again of [1, 2]) await job.run(ALWAYS);
    expect(await told()).toEqual(['DEADLINE_WARNING l-1', 'DEADLINE_OVERDUE l-1']);
    expect(await lightOf('l-1')).toBe('RED');
  });

  test('a clock set going on its last day turns yellow with an event, not in silence', async () => {
    await start('l-1', 5);
    now = startOfDay('2026-03-06');
    await job.run(ALWAYS);
    await inOne((tx) => deadlines.suspend(tx, 'l-1', ['DECISION'], '行政许可法§45'));
    expect(await lightOf('l-1')).toBe('GREEN');
    now = NOON('2026-03-20');
    await inOne((tx) => deadlines.resume(tx, 'l-1', ['DECISION']));
    now = NOON('2026-03-23');
    await job.run(ALWAYS);
    expect(await told()).toEqual(['DEADLINE_WARNING l-1', 'DEADLINE_WARNING l-1']);
    expect((await events()).map(({ payload }) => payload.dueAt)).toEqual(['2026-03-09T15:59:59.999Z', '2026-03-23T15:59:59.999Z']);
  });

  test('what changes between finding and turning is left as it was changed', async () => {
    await start('l-1', 5);
    now = startOfDay('2026-03-06');
    const { commands } = writesOf('ledger', { database, clock });
    const extension = { limit: { value: 10, unit: LimitUnit.WORKDAY }, basis: '行政许可法§42①但书' };
    const interrupted = new DeadlineLights({
      database,
      clock,
      commands: {
        async runAsSystem(name: string, work: never) {
          await inOne((tx) => deadlines.extend(tx, 'l-1', 'DECISION', extension));
          return commands.runAsSystem(name, work);
        },
      } as never,
    });
    await interrupted.run(ALWAYS);
    expect(await told()).toEqual([]);
    expect(await database.manager.findOneByOrFail(CaseDeadline, { subjectId: 'l-1' })).toMatchObject({
      light: 'GREEN',
      dueAt: new Date('2026-03-23T15:59:59.999Z'),
    });
  });

  test('two that hold the lease at once tell of each deadline once', async () => {
    for (let index = 0; index < 40; index += 1) await start(`s-${index}`, 5);
    now = NOON('2026-03-10');
    const both = [lightsWith([]), lightsWith([], others)];
    await Promise.allSettled(both.map((each) => each.run(ALWAYS)));
    await both[0]!.run(ALWAYS);
    const all = await told();
    expect(all).toHaveLength(80);
    expect(new Set(all).size).toBe(80);
  });

  test('a clock that is set back takes nothing back and tells nothing again', async () => {
    await start('l-1', 5);
    now = NOON('2026-03-10');
    await job.run(ALWAYS);
    now = NOON('2026-03-03');
    await job.run(ALWAYS);
    expect(await told()).toHaveLength(2);
    expect(await lightOf('l-1')).toBe('RED');
    now = NOON('2026-03-11');
    await job.run(ALWAYS);
    expect(await told()).toHaveLength(2);
  });

  test('a red light is seen by who may see it, scheduler or none, and by no neighbour', async () => {
    await start('l-1', 5);
    now = NOON('2026-03-10');
    const repository = new DeadlineRepository(database.manager, 'matters:read', clock);
    const seen = (division: string) => repository.findBySubjects(viewerOf([division], ['matters:read']), ['l-1']);
    expect(await seen(TOWNSHIP)).toMatchObject([{ light: 'RED' }]);
    expect(await seen('410225202')).toEqual([]);
  });

  test('it stops between two deadlines when its turn is over', async () => {
    await start('l-1', 5);
    await start('l-2', 5);
    now = NOON('2026-03-10');
    let left = 1;
    await job.run({ goesOn: async () => left-- > 0 });
    expect(await told()).toEqual(['DEADLINE_WARNING l-1']);
  });
});
