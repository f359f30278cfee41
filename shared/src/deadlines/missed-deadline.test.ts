import type { DataSource, EntityManager } from 'typeorm';
import { ENGINES, freshDatabase } from '../../testing/database';
import { ANSWER_MISSED, createLedgerSubgraph, LEDGER_SCHEMA, Ledger } from '../../testing/ledger';
import { startOfDay } from '../clock';
import { OutboxEvent } from '../command/outbox-event.entity';
import { writesOf } from '../command/subgraph-writes';
import { LimitUnit, RestDayRule } from '../deadline';
import type { Job, Turn } from '../scheduler/job';
import { ScheduledJob } from '../scheduler/scheduled-job.entity';
import { Scheduler } from '../scheduler/scheduler';
import { CaseDeadline } from './case-deadline.entity';
import { DeadlineLights, type MissedDeadline } from './deadline-lights';
import { Deadlines } from './deadlines';

const TOWNSHIP = '410225201';
const HOUR_MS = 60 * 60 * 1000;
const NOON = (day: string) => new Date(startOfDay(day).getTime() + 12 * HOUR_MS);
const ALWAYS: Turn = { goesOn: async () => true };

describe.each(ENGINES)('what comes of a missed deadline on %s', (engine) => {
  let database: DataSource;
  let close: () => Promise<void>;
  let now: Date;
  let job: Job;
  const clock = () => now;
  const deadlines = new Deadlines(clock);

  beforeEach(async () => {
    now = NOON('2026-03-02');
    ({ database, close } = await freshDatabase(engine, LEDGER_SCHEMA));
    job = (await createLedgerSubgraph({ database, clock })).jobs[0]!;
    for (const id of ['l-1', 'l-2', 'l-3'])
      await database.manager.insert(Ledger, { id, divisionCode: TOWNSHIP, keeper: null, phone: null, total: 0, version: 1 });
  });
  afterEach(() => close());

  const inOne = <T>(work: (tx: EntityManager) => Promise<T>) => database.manager.transaction(work);
  const start = (id: string, value: number, kind = 'DECISION') =>
    inOne((tx) =>
      deadlines.start(tx, { type: 'Ledger', id, divisionCode: TOWNSHIP }, kind, {
        limit: { value, unit: LimitUnit.WORKDAY },
        restDay: RestDayRule.MOVES,
        basis: '行政许可法§42①、§82',
      }),
    );
  const events = () => database.manager.find(OutboxEvent, { order: { sequence: 'ASC' } });
  const told = async () => (await events()).map(({ type, subjectId }) => `${type} ${subjectId}`);
  const lightOf = async (subjectId: string) => (await database.manager.findOneByOrFail(CaseDeadline, { subjectId })).light;
  const lightsWith = (whenMissed: readonly MissedDeadline[]) =>
    new DeadlineLights({ database, commands: writesOf('ledger', { database, clock }).commands, clock, whenMissed });

  test('what the law attaches to a missed date is done with it, as the system, in the subject’s division', async () => {
    await start('l-1', 5, 'ANSWER');
    await start('l-2', 5, 'OTHER');
    now = NOON('2026-03-10');
    await job.run(ALWAYS);
    expect(await told()).toEqual([
      'DEADLINE_WARNING l-1',
      'DEADLINE_WARNING l-2',
      'DEADLINE_OVERDUE l-1',
      'ANSWER_DEEMED l-1',
      'DEADLINE_OVERDUE l-2',
    ]);
    expect(await database.manager.findOneByOrFail(Ledger, { id: 'l-1' })).toMatchObject({ total: 1, version: 2 });
    expect(await database.manager.findOneByOrFail(Ledger, { id: 'l-2' })).toMatchObject({ total: 0, version: 1 });
    let seenBy: unknown;
    const asks: MissedDeadline = {
      ...ANSWER_MISSED,
      async apply(_tx, _deadline, viewer) {
        seenBy = viewer;
        return null;
      },
    };
    now = NOON('2026-03-02');
    await start('l-3', 1, 'ANSWER');
    now = NOON('2026-03-10');
    await lightsWith([asks]).run(ALWAYS);
    expect(seenBy).toMatchObject({ subject: 'system:deadline-lights', name: null, divisions: [{ code: TOWNSHIP }] });
  });

  test('where that fails nothing of it is done, the others are told of, and it is tried again', async () => {
    await start('l-1', 5, 'ANSWER');
    await start('l-2', 5);
    now = NOON('2026-03-10');
    let isBroken = true;
    const breaks: MissedDeadline = {
      ...ANSWER_MISSED,
      async apply(tx, deadline, viewer) {
        const consequence = await ANSWER_MISSED.apply(tx, deadline, viewer);
        if (isBroken) throw new Error('broken');
        return consequence;
      },
    };
    const jobs = [lightsWith([breaks])];
    await new Scheduler({ database, jobs, clock, everyMs: 1000 }).runDue();
    expect(await told()).toEqual(['DEADLINE_WARNING l-1', 'DEADLINE_WARNING l-2', 'DEADLINE_OVERDUE l-2']);
    expect(await lightOf('l-1')).toBe('YELLOW');
    expect(await database.manager.findOneByOrFail(Ledger, { id: 'l-1' })).toMatchObject({ total: 0, version: 1 });
    expect(await database.manager.findOneByOrFail(ScheduledJob, { name: 'deadline-lights' })).toMatchObject({ failures: 1, holder: null });
    isBroken = false;
    now = new Date(now.getTime() + 1000);
    await new Scheduler({ database, jobs, clock, everyMs: 1000 }).runDue();
    expect((await told()).slice(3)).toEqual(['DEADLINE_OVERDUE l-1', 'ANSWER_DEEMED l-1']);
  });
});
