import type { DataSource } from 'typeorm';
import { ENGINES } from '../../testing/database';
import { freshUrl } from '../../testing/template';
import { openDatabase } from '../database';
import { createLog, type Logger } from '../log';
import type { Job, Turn } from './job';
import { LEASE_MS, Lease } from './lease';
import { byId, oneByOne } from './one-by-one';
import { ScheduledJob } from './scheduled-job.entity';
import { Scheduler } from './scheduler';
import { schedulerFrom } from './scheduler-settings';
import { SCHEDULER_TABLES } from './tables';

const EVERY_MS = 30_000;
const NOW = new Date('2026-03-02T01:00:00.000Z');

/** Something that a test lets happen. */
class Gate {
  open!: () => void;
  readonly opened = new Promise<void>((resolve) => {
    this.open = resolve;
  });
}

describe.each(ENGINES)('jobs on %s', (engine) => {
  let database: DataSource;
  let others: DataSource;
  let now: Date;
  let runs: string[];
  let lines: string[];
  let work: (turn: Turn) => Promise<void>;
  const job: Job = { name: 'job', run: (turn) => work(turn) };
  const clock = () => now;
  const log = createLog({ name: 'jobs', level: 'warn', destination: { write: (line: string) => void lines.push(line) } });

  beforeEach(async () => {
    [now, runs, lines] = [NOW, [], []];
    work = async () => void runs.push(now.toISOString());
    const url = await freshUrl(engine);
    const open = () => openDatabase({ entities: [...SCHEDULER_TABLES.entities], migrations: [...SCHEDULER_TABLES.migrations], url });
    database = await open();
    // SQLite in this process is one connection; its second process is tried in the crash tests.
    others = engine === 'sqlite' ? database : await open();
  });
  afterEach(async () => {
    if (database.isInitialized) await database.destroy();
    if (others !== database) await others.destroy();
  });

  const scheduler = (at: DataSource = database, jobs: readonly Job[] = [job], more = {}) =>
    new Scheduler({ database: at, jobs, clock, everyMs: EVERY_MS, log, ...more });
  const row = () => others.manager.findOneByOrFail(ScheduledJob, { name: 'job' });
  const later = (ms: number) => new Date(now.getTime() + ms);
  const take = (at: DataSource = others) => Lease.take({ database: at, clock, name: 'job', everyMs: EVERY_MS });

  test('of eight instances that find it due at once, one runs it', async () => {
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(Array.from({ length: 8 }, (_, index) => scheduler(index % 2 ? others : database).runDue()));
      now = later(EVERY_MS);
    }
    expect(runs).toHaveLength(5);
    expect(lines).toEqual([]);
  });

  test('it runs again when its interval is over, and not before, whoever looks', async () => {
    await scheduler().runDue();
    now = later(EVERY_MS - 1);
    await scheduler(others).runDue();
    expect(runs).toHaveLength(1);
    now = later(1);
    await scheduler(others).runDue();
    expect(runs).toHaveLength(2);
    expect(await row()).toMatchObject({ holder: null, leaseUntil: null, failures: 0, lastStartedAt: now, lastDoneAt: now });
  });

  test('jobs have intervals of their own, and one does not wait for the other', async () => {
    const daily: Job = { name: 'daily', everyMs: 24 * 3600_000, run: async () => void runs.push('daily') };
    const both = scheduler(database, [job, daily]);
    for (let round = 0; round < 3; round += 1) {
      await both.runDue();
      now = later(EVERY_MS);
    }
    expect(runs.filter((each) => each === 'daily')).toHaveLength(1);
    expect(runs).toHaveLength(4);
  });

  test('what a holder left that is gone, another takes over when the lease has run out', async () => {
    expect(await take()).not.toBeNull();
    now = later(LEASE_MS - 1);
    await scheduler().runDue();
    expect(runs).toHaveLength(0);
    now = later(1);
    await scheduler().runDue();
    expect(runs).toHaveLength(1);
  });

  test('a long job keeps its lease, and nobody comes between', async () => {
    work = async (turn) => {
      for (let unit = 0; unit < 20 && (await turn.goesOn()); unit += 1) {
        runs.push(`unit ${unit}`);
        now = later(LEASE_MS / 3);
        expect(await take()).toBeNull();
      }
    };
    await scheduler().runDue();
    expect(runs).toHaveLength(20);
  });

  test('a holder that slept past its lease stops when it wakes, and what it writes then changes nothing', async () => {
    const [asleep, wakes] = [new Gate(), new Gate()];
    work = async (turn) => {
      while (await turn.goesOn()) {
        runs.push('first');
        asleep.open();
        await wakes.opened;
      }
    };
    const first = scheduler().runDue();
    await asleep.opened;
    now = later(LEASE_MS);
    work = async () => void runs.push('second');
    await scheduler(others).runDue();
    const left = await row();
    now = later(1000);
    wakes.open();
    await first;
    expect(runs).toEqual(['first', 'second']);
    expect(await row()).toEqual(left);
    expect(lines.join()).toContain('taken over while it ran');
  });

  test('a holder that slept and then failed does not put off who took over', async () => {
    const lease = (await take())!;
    now = later(LEASE_MS);
    const next = await take();
    const late = [() => lease.failed(), () => lease.done(), () => lease.interrupted(), () => lease.holds()];
    for (const write of late) expect(await write()).toBe(false);
    expect(await next!.done()).toBe(true);
    expect(await row()).toMatchObject({ failures: 0, lastDoneAt: now });
  });

  test('a job that fails is logged and tried again, later each time up to five minutes; success forgets that', async () => {
    let isBroken = true;
    work = async () => {
      runs.push(now.toISOString());
      if (isBroken) throw new Error('broken');
    };
    const waits: number[] = [];
    for (let failure = 0; failure < 6; failure += 1) {
      await scheduler(failure % 2 ? others : database).runDue();
      const { dueAt } = await row();
      waits.push((dueAt.getTime() - now.getTime()) / 1000);
      now = new Date(dueAt.getTime() - 1);
      await scheduler().runDue();
      now = dueAt;
    }
    expect(waits).toEqual([30, 60, 120, 240, 300, 300]);
    expect(runs).toHaveLength(6);
    expect(lines.filter((line) => line.includes('a job failed'))).toHaveLength(6);
    isBroken = false;
    await scheduler().runDue();
    expect(await row()).toMatchObject({ failures: 0, dueAt: later(EVERY_MS) });
  });

  test('a clock that was set back keeps no job waiting for the time it was ahead of', async () => {
    const today = now;
    now = new Date('2027-03-02T01:00:00Z');
    await scheduler().runDue();
    now = later(EVERY_MS);
    await take();
    now = today;
    await scheduler().runDue();
    expect(runs).toHaveLength(2);
    expect((await row()).dueAt).toEqual(later(EVERY_MS));
  });

  test('a holder whose clock is set back renews by the new time', async () => {
    work = async (turn) => {
      await turn.goesOn();
      now = new Date(now.getTime() - 3600_000);
      expect(await turn.goesOn()).toBe(true);
      expect((await row()).leaseUntil).toEqual(later(LEASE_MS));
    };
    await scheduler().runDue();
    expect(lines).toEqual([]);
  });

  test('to stop is to wait for the unit in hand and for no other; the next instance goes on at once', async () => {
    const [inHand, ends] = [new Gate(), new Gate()];
    work = async (turn) => {
      while (await turn.goesOn()) {
        inHand.open();
        await ends.opened;
        runs.push('unit');
      }
    };
    const stopped = scheduler();
    stopped.start();
    await inHand.opened;
    const stopping = stopped.stop();
    ends.open();
    await stopping;
    expect(runs).toEqual(['unit']);
    work = async () => void runs.push('next');
    await scheduler(others).runDue();
    expect(runs).toEqual(['unit', 'next']);
  });

  test('started, it runs by itself what is due; stopped before it began, it runs nothing', async () => {
    const ran = new Gate();
    work = async () => ran.open();
    const started = scheduler();
    started.start();
    await ran.opened;
    await started.stop();
    const never = scheduler(others, [{ name: 'never', run: async () => void runs.push('never') }]);
    await never.stop();
    never.start();
    await never.stop();
    expect(runs).toEqual([]);
  });

  test('a database that is away is no reason to end: it is logged, and looked for again', async () => {
    const away = scheduler();
    await database.destroy();
    await away.runDue();
    expect(lines.join()).toContain('could not be taken or given back');
  });
});

describe('units that do not hang on each other', () => {
  const UNITS = { about: (unit: string) => ({ unit }), undone: ['units', 'done'] as const };

  test('what fails is told of and keeps no other from its turn; then the job has failed', async () => {
    const done: string[] = [];
    const told: unknown[] = [];
    const log = { error: (about: object, words: string) => told.push({ ...about, words }) } as unknown as Logger;
    const work = async (unit: string) => {
      if (unit === 'b') throw new Error('not this one');
      done.push(unit);
    };
    await expect(oneByOne({ goesOn: async () => true }, { ...UNITS, units: ['a', 'b', 'c'], work, log })).rejects.toThrow(
      '1 units could not be done',
    );
    expect(done).toEqual(['a', 'c']);
    expect(told).toEqual([expect.objectContaining({ unit: 'b', words: 'one of the units could not be done; the others are' })]);
  });

  test('they are looked for one after the other, and not once the turn is over', async () => {
    const done: string[] = [];
    const rows = ['a', 'b', 'c'].map((id) => ({ id }));
    const next = async (after: string) => rows.find(({ id }) => id > after) ?? null;
    const turn = { goesOn: async () => done.length < 2 };
    await oneByOne(turn, { units: byId(next), work: async ({ id }) => done.push(id), about: (row) => row, undone: UNITS.undone });
    expect(done).toEqual(['a', 'b']);
  });
});

test('the environment says whether and how often', () => {
  expect(schedulerFrom({})).toEqual({ everyMs: 30_000 });
  expect(schedulerFrom({ SCHEDULER: 'false', SCHEDULER_INTERVAL: '5' })).toBeNull();
  expect(schedulerFrom({ SCHEDULER: 'true', SCHEDULER_INTERVAL: ' 5 ' })).toEqual({ everyMs: 5000 });
  expect(() => schedulerFrom({ SCHEDULER: 'no' })).toThrow('SCHEDULER');
  for (const interval of ['0', '-1', '1.5', 'soon', '100000'])
    expect(() => schedulerFrom({ SCHEDULER_INTERVAL: interval })).toThrow('INTERVAL');
});
