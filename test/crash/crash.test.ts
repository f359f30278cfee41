import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AuditOutcome } from '@township-graph/shared/audit/audit.enums';
import { type ExportedHead, readHeads } from '@township-graph/shared/audit/audit-heads';
import { AuditRecord } from '@township-graph/shared/audit/audit-record.entity';
import { verifyAudit } from '@township-graph/shared/audit/audit-verification';
import { IdempotencyRecord, inputHashOf } from '@township-graph/shared/command/idempotency';
import { OutboxEvent } from '@township-graph/shared/command/outbox-event.entity';
import { openDatabase } from '@township-graph/shared/database';
import { signingKey } from '@township-graph/shared/signing-key';
import { ENGINES, freshUrl, type TestEngine } from '@township-graph/shared/testing/database';
import { LEDGER_SCHEMA, Ledger, LedgerEntry } from '@township-graph/shared/testing/ledger';
import { ANSWER } from '@township-graph/shared/testing/ledger-process';
import type { DataSource } from 'typeorm';
import { type Acknowledgement, append } from './ledger-client';
import { compileLedgerProcess } from './ledger-process';
import { LedgerServer, type Serving } from './ledger-server';

const CLIENTS = 100;

/** Before each statement of an append that counts, and when it is done but not answered; `null` is wherever it happens to be. */
const PLACES = [
  '^(BEGIN|START)\\b',
  '^INSERT INTO .idempotency_record',
  '^UPDATE .ledger\\b',
  '^INSERT INTO .ledger_entry',
  '^UPDATE .journal_head',
  '^INSERT INTO .audit_record',
  '^INSERT INTO .outbox_event',
  '^COMMIT',
  ANSWER,
  null,
] as const;

/** Each place is died at so often: the first time it is reached, and at later ones. */
const TIMES = [1, 3, 2, 5, 4] as const;

/** A process that has done so many appends without coming to its place never will. */
const FAR_TOO_MANY = 200;

const DEATHS = TIMES.flatMap((time) => PLACES.map((before) => ({ before, time })));

const LEDGER_ID = 'l-1';
const key = signingKey('crash', randomUUID());
const directory = mkdtempSync(path.join(tmpdir(), 'township-graph-crash-'));
let script: string;

beforeAll(async () => {
  script = await compileLedgerProcess(directory);
}, 60_000);

afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe.each(ENGINES)(`${CLIENTS} clients append to one ledger on %s while its process is killed ${DEATHS.length} times`, (engine) => {
  const acknowledged: Acknowledgement[] = [];
  const turns: Serving[] = [];
  const missed: string[] = [];
  let database: DataSource;
  let heads: ExportedHead[];

  beforeAll(async () => {
    const databaseUrl = await urlOf(engine);
    const auditHeads = path.join(directory, `${engine}.jsonl`);
    await beginLedger(databaseUrl);
    await killAgainAndAgain(new LedgerServer(script, { databaseUrl, auditHeads, keys: [key] }));
    database = await openDatabase({ ...LEDGER_SCHEMA, url: databaseUrl });
    heads = await readHeads(auditHeads);
  }, 300_000);

  afterAll(() => database?.destroy());

  async function killAgainAndAgain(server: LedgerServer): Promise<void> {
    let isOver = false;
    let killedAfter = Number.POSITIVE_INFINITY;

    const client = async (number: number) => {
      for (let count = 1; !isOver; count += 1) {
        acknowledged.push(await append({ server, key, ledgerId: LEDGER_ID }, `client-${number}-${count}`));
        if (acknowledged.length === killedAfter) server.kill();
      }
    };
    const killer = async () => {
      for (const { before, time } of DEATHS) {
        turns.push(await server.start(before === null ? undefined : { before, time }));
        killedAfter = acknowledged.length + (before === null ? 4 * time : FAR_TOO_MANY);
        await server.killed();
        if (before !== null && acknowledged.length >= killedAfter) missed.push(before);
      }
      isOver = true;
      await server.start();
    };

    try {
      await Promise.all([killer(), ...Array.from({ length: CLIENTS }, (_, number) => client(number))]);
    } finally {
      server.end();
    }
  }

  const entries = () => database.manager.find(LedgerEntry, { order: { position: 'ASC' } });
  const records = () => database.manager.find(AuditRecord, { order: { sequence: 'ASC' } });
  const done = async () => (await records()).filter(({ outcome }) => outcome === AuditOutcome.DONE);
  const events = () => database.manager.find(OutboxEvent, { order: { sequence: 'ASC' } });
  const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

  test('each death was died where it was meant to be, with appends on their way', () => {
    expect(missed).toEqual([]);
    expect(turns).toHaveLength(DEATHS.length);
    expect(Math.min(...turns.map(({ brokenOff }) => brokenOff))).toBeGreaterThan(0);
  });

  test('every acknowledged append is there once, where its answer said, and no other is', async () => {
    const told = acknowledged.map(({ words, version }) => ({ position: version - 1, words })).sort((a, b) => a.position - b.position);
    expect((await entries()).map(({ position, words }) => ({ position, words }))).toEqual(told);
    expect(new Set(told.map(({ words }) => words)).size).toBe(acknowledged.length);
  });

  test('those whose answer was lost were told of what had been done, and it was not done again', async () => {
    const doneBy = new Set((await done()).map(({ requestId }) => requestId));
    expect(acknowledged.filter(({ requestId }) => !doneBy.has(requestId)).length).toBeGreaterThan(0);
  });

  test('no append is half: the ledger counts each, and each has one key, one record and one event', async () => {
    const written = await entries();
    const words = written.map((entry) => entry.words);
    const { total, version } = await database.manager.findOneByOrFail(Ledger, { id: LEDGER_ID });
    expect({ total, version }).toEqual({ total: words.length, version: words.length + 1 });
    expect(written.map(({ position }) => position)).toEqual(upTo(words.length));

    const inputs = words.map((each) => ({ ledgerId: LEDGER_ID, words: each }));
    const inputHashes = inputs.map((input) => inputHashOf('appendEntry', input));
    const keys = new Map((await database.manager.find(IdempotencyRecord)).map((record) => [record.idempotencyKey, record]));
    expect(keys.size).toBe(words.length);
    expect(words.map((each) => keys.get(each)?.inputHash)).toEqual(inputHashes);
    expect(words.map((each) => JSON.parse(keys.get(each)!.result!).total)).toEqual(upTo(words.length));
    expect((await done()).map(({ inputHash }) => inputHash)).toEqual(inputHashes);
    expect((await events()).map(({ payload }) => payload)).toEqual(words.map((each) => ({ words: each })));
  });

  test('records and events are numbered without gaps, in the order in which things were done', async () => {
    const [recorded, happened] = [await records(), await events()];
    expect(recorded.map(({ sequence }) => sequence)).toEqual(upTo(recorded.length));
    expect(happened.map(({ sequence }) => sequence)).toEqual(upTo(happened.length));
    expect(happened.map(({ requestId }) => requestId)).toEqual((await done()).map(({ requestId }) => requestId));
    const [head] = await database.query('SELECT auditSequence, eventSequence FROM journal_head');
    expect(head).toEqual({ auditSequence: recorded.length, eventSequence: happened.length });
  });

  test('the chain of records holds, and each exported head is its record’s', async () => {
    const recorded = await records();
    expect(await verifyAudit(database, 'ledger', heads)).toEqual({ records: recorded.length, findings: [] });
    expect(heads.length).toBeGreaterThan(0);
    for (const { sequence, hash } of heads) expect(recorded[sequence - 1]?.hash).toBe(hash);
  });
});

async function urlOf(engine: TestEngine): Promise<string> {
  return engine === 'sqlite' ? `sqlite:${path.join(directory, 'ledger.db')}` : freshUrl(engine);
}

async function beginLedger(url: string): Promise<void> {
  const database = await openDatabase({ ...LEDGER_SCHEMA, url });
  await database.manager.insert(Ledger, { id: LEDGER_ID, divisionCode: '410225201', keeper: null, phone: null, total: 0, version: 1 });
  await database.destroy();
}
