import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AuditOutcome } from '@township-graph/shared/audit/audit.enums';
import { type ExportedHead, readHeads } from '@township-graph/shared/audit/audit-heads';
import { AuditRecord } from '@township-graph/shared/audit/audit-record.entity';
import { openDatabase } from '@township-graph/shared/database';
import { signingKey } from '@township-graph/shared/signing-key';
import { ENGINES } from '@township-graph/shared/testing/database';
import { LEDGER_SCHEMA } from '@township-graph/shared/testing/ledger';
import { ANSWER } from '@township-graph/shared/testing/ledger-process';
import type { DataSource } from 'typeorm';
import { beginLedger, LEDGER_ID, testBooks } from './ledger-books';
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
  '^UPDATE .?journal_head',
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
    const databaseUrl = await beginLedger(engine, directory);
    const auditHeads = path.join(directory, `${engine}.jsonl`);
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

  test('each death was died where it was meant to be, with appends on their way', () => {
    expect(missed).toEqual([]);
    expect(turns).toHaveLength(DEATHS.length);
    expect(Math.min(...turns.map(({ brokenOff }) => brokenOff))).toBeGreaterThan(0);
  });

  test('those whose answer was lost were told of what had been done, and it was not done again', async () => {
    const done = await database.manager.findBy(AuditRecord, { outcome: AuditOutcome.DONE });
    const doneBy = new Set(done.map(({ requestId }) => requestId));
    expect(acknowledged.filter(({ requestId }) => !doneBy.has(requestId)).length).toBeGreaterThan(0);
  });

  testBooks(() => ({ database, acknowledged, heads }));
});
