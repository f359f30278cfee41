import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readHeads } from '@township-graph/shared/audit/audit-heads';
import { AuditRecord } from '@township-graph/shared/audit/audit-record.entity';
import { verifyAudit } from '@township-graph/shared/audit/audit-verification';
import { OutboxEvent } from '@township-graph/shared/command/outbox-event.entity';
import { openDatabase } from '@township-graph/shared/database';
import { LimitUnit, RestDayRule } from '@township-graph/shared/deadline';
import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import { ENGINES } from '@township-graph/shared/testing/database';
import type { Death } from '@township-graph/shared/testing/death';
import { LEDGER_SCHEMA, Ledger, LedgerEntry } from '@township-graph/shared/testing/ledger';
import type { LedgerOrders } from '@township-graph/shared/testing/ledger-process';
import { freshUrl, type TestEngine } from '@township-graph/shared/testing/template';
import type { DataSource } from 'typeorm';
import { compileLedgerProcess, forkCompiled, served } from './ledger-process';

const DEADLINES = 500;
const TOWNSHIP = '410225201';
const START = new Date('2026-03-02T01:00:00Z');
const DUE = new Date('2026-03-20T01:00:00Z');
/** Past any lease that was taken at the time before. */
const TURN_MS = 10 * 60_000;

/** Where a holder dies: when it takes the lease, in the middle of its work, and between two deadlines. */
const DEATHS: readonly Death[] = [
  { before: '^UPDATE .scheduled_job', time: 1 },
  { before: '^UPDATE .case_deadline', time: 40 },
  { before: '^INSERT INTO .outbox_event', time: 60 },
  { before: '^UPDATE .ledger', time: 20 },
  { before: '^COMMIT', time: 80 },
  { before: '^SELECT .deadline', time: 50 },
];

const directory = mkdtempSync(path.join(tmpdir(), 'township-graph-scheduler-'));
const children: ChildProcess[] = [];
let script: string;

beforeAll(async () => {
  script = await compileLedgerProcess(directory);
}, 60_000);

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(directory, { recursive: true, force: true });
});

describe.each(ENGINES)(`${DEADLINES} deadlines are due on %s`, (engine) => {
  test('and those who turn their lights are killed, one after the other: none is lost, none is told of twice', async () => {
    const orders = await begin(engine, 'killed');
    for (const [turn, death] of DEATHS.entries()) expect(await ends({ ...orders, death, jobsAt: at(turn) })).toBe('SIGKILL');
    const half = await inDatabase(orders, (database) => database.manager.count(OutboxEvent));
    expect(half).toBeGreaterThan(100);
    expect(half).toBeLessThan(DEADLINES);
    expect(await ends({ ...orders, jobsAt: at(DEATHS.length) })).toBe('done');
    await eachOnce(orders);
  }, 120_000);

  test('and two processes turn them at the same time, each sure that it is alone: each is told of once', async () => {
    const orders = await begin(engine, 'two');
    // The second's clock is past the lease of the first, and that of the first never finds out.
    expect(await Promise.all([ends({ ...orders, jobsAt: at(0) }), ends({ ...orders, jobsAt: at(1) })])).toEqual(['done', 'done']);
    // What they got in each other's way over is tried again.
    expect(await ends({ ...orders, jobsAt: at(2) })).toBe('done');
    await eachOnce(orders);
  }, 120_000);

  test('and their holder sleeps past its lease, one already chosen: who took over has told of it, and the sleeper changes nothing', async () => {
    const orders = await begin(engine, 'asleep');
    const sleeper = forkCompiled(script);
    children.push(sleeper);
    const woken = served(sleeper, { ...orders, death: { before: '^(BEGIN|START)\\b', time: 40, isSleep: true }, jobsAt: at(0) });
    await inDatabase(orders, async ({ manager }) => {
      while ((await manager.count(AuditRecord)) < 39) await pause(20);
    });
    expect(await ends({ ...orders, jobsAt: at(1) })).toBe('done');
    sleeper.kill('SIGCONT');
    await woken;
    await eachOnce(orders);
    const records = await inDatabase(orders, ({ manager }) => manager.find(AuditRecord, { order: { sequence: 'ASC' } }));
    expect(records.map((record) => record.at.toISOString())).toEqual(records.map((_record, index) => at(index < 39 ? 0 : 1)));
  }, 120_000);
});

/** Where a follower dies: before it has the event, with the position moved, with the entry made, before the commit and after it. */
const FOLLOWER_DEATHS: readonly Death[] = [
  { before: '^SELECT .*feed_position', time: 1 },
  { before: '^UPDATE .feed_position', time: 11 },
  { before: '^INSERT INTO .followed_event', time: 9 },
  { before: '^UPDATE .ledger', time: 12 },
  { before: '^INSERT INTO .outbox_event', time: 7 },
  { before: '^COMMIT', time: 14 },
  { before: '^(BEGIN|START)\\b', time: 10 },
];
const WANTED = 80;

describe.each(ENGINES)(`${WANTED} events of another subgraph are to be applied on %s`, (engine) => {
  test('and those who follow it are killed, one after the other: each event is applied once, in its order', async () => {
    const orders = { ...(await begin(engine, 'follower', 0)), wanted: WANTED };
    for (const [turn, death] of FOLLOWER_DEATHS.entries()) expect(await ends({ ...orders, death, jobsAt: at(turn) })).toBe('SIGKILL');
    const before = await inDatabase(orders, ({ manager }) => manager.count(LedgerEntry));
    expect(before).toBeGreaterThan(FOLLOWER_DEATHS.length * 5);
    expect(before).toBeLessThan(WANTED);
    // Two at the same time, each sure that it is alone; what they got in each other's way over is tried again.
    const turn = FOLLOWER_DEATHS.length;
    await Promise.all([ends({ ...orders, jobsAt: at(turn) }), ends({ ...orders, jobsAt: at(turn + 1) })]);
    expect(await ends({ ...orders, jobsAt: at(turn + 2) })).toBe('done');
    await inDatabase(orders, async (database) => {
      const { manager } = database;
      const wanted = Array.from({ length: WANTED }, (_, index) => `event-${index + 1}`);
      const entries = await manager.find(LedgerEntry, { order: { position: 'ASC' } });
      expect(entries.map(({ words }) => words)).toEqual(wanted);
      expect(await manager.findOneByOrFail(Ledger, { id: 'l-1' })).toMatchObject({ total: WANTED, version: WANTED + 1 });
      const told = await manager.find(OutboxEvent, { order: { sequence: 'ASC' } });
      expect(told.map(({ payload }) => payload.words)).toEqual(wanted);
      expect(await verifyAudit(database, 'ledger', await readHeads(orders.auditHeads))).toEqual({ records: WANTED, findings: [] });
    });
  }, 120_000);
});

const at = (turn: number) => new Date(DUE.getTime() + turn * TURN_MS).toISOString();

/** Tells a process to run its jobs; how that ended. */
async function ends(orders: LedgerOrders): Promise<string> {
  const child = forkCompiled(script);
  children.push(child);
  const exit = once(child, 'exit');
  try {
    await served(child, orders);
  } catch (error) {
    if (child.signalCode === null) throw error;
    return child.signalCode;
  }
  child.disconnect();
  await exit;
  return 'done';
}

async function inDatabase<T>({ databaseUrl }: LedgerOrders, work: (database: DataSource) => Promise<T>): Promise<T> {
  const database = await openDatabase({ ...LEDGER_SCHEMA, url: databaseUrl });
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
}

/** Deadlines of one ledger: a fifth is answers, for whose want an entry is made. All are long over, and none has been told of. */
async function begin(engine: TestEngine, name: string, count = DEADLINES): Promise<LedgerOrders> {
  const databaseUrl = engine === 'sqlite' ? `sqlite:${path.join(directory, `${name}.db`)}` : await freshUrl(engine);
  const orders = { databaseUrl, auditHeads: path.join(directory, `${engine}-${name}.jsonl`), keys: [] };
  const deadlines = new Deadlines(() => START);
  await inDatabase(orders, async ({ manager }) => {
    await manager.insert(Ledger, { id: 'l-1', divisionCode: TOWNSHIP, keeper: null, phone: null, total: 0, version: 1 });
    await manager.transaction(async (tx) => {
      for (let index = 0; index < count; index += 1) {
        const isAnswer = index % 5 === 0;
        const subject = { type: 'Ledger', id: isAnswer ? 'l-1' : `s-${index}`, divisionCode: TOWNSHIP };
        const limit = { value: 24 + (index % 50), unit: LimitUnit.HOUR };
        await deadlines.start(tx, subject, isAnswer ? 'ANSWER' : 'NOTICE', { limit, restDay: RestDayRule.STANDS, basis: '行政许可法§32' });
      }
    });
  });
  return orders;
}

async function eachOnce(orders: LedgerOrders): Promise<void> {
  const answers = DEADLINES / 5;
  await inDatabase(orders, async (database) => {
    const { manager } = database;
    const rows = await manager.find(CaseDeadline);
    expect(rows.filter(({ light, nextAt }) => light !== 'RED' || nextAt !== null)).toEqual([]);
    const events = await manager.find(OutboxEvent, { order: { sequence: 'ASC' } });
    const overdue = events.filter(({ type }) => type === 'DEADLINE_OVERDUE');
    expect(overdue).toHaveLength(DEADLINES);
    expect(new Set(overdue.map(({ subjectId }) => subjectId)).size).toBe(DEADLINES - answers + 1);
    expect(events.filter(({ type }) => type === 'ANSWER_DEEMED')).toHaveLength(answers);
    expect(events).toHaveLength(DEADLINES + answers);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_event, index) => index + 1));
    expect(await manager.findOneByOrFail(Ledger, { id: 'l-1' })).toMatchObject({ total: answers, version: answers + 1 });
    expect(await manager.count(AuditRecord)).toBe(DEADLINES);
    expect(await verifyAudit(database, 'ledger', await readHeads(orders.auditHeads))).toEqual({ records: DEADLINES, findings: [] });
  });
}
