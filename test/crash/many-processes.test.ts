import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ExportedHead, readHeads } from '@township-graph/shared/audit/audit-heads';
import { openDatabase } from '@township-graph/shared/database';
import { signingKey } from '@township-graph/shared/signing-key';
import { ENGINES } from '@township-graph/shared/testing/database';
import { LEDGER_SCHEMA } from '@township-graph/shared/testing/ledger';
import type { DataSource } from 'typeorm';
import { beginLedger, LEDGER_ID, testBooks } from './ledger-books';
import { type Acknowledgement, append } from './ledger-client';
import { compileLedgerProcess } from './ledger-process';
import { LedgerServer } from './ledger-server';

const PROCESSES = 3;
const CLIENTS = 30;
const APPENDS = 12;

const key = signingKey('many', randomUUID());
const directory = mkdtempSync(path.join(tmpdir(), 'township-graph-many-'));
let script: string;

beforeAll(async () => {
  script = await compileLedgerProcess(directory);
}, 60_000);

afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe.each(ENGINES)(`${PROCESSES} processes write to one ledger on %s, and one of them is killed`, (engine) => {
  const acknowledged: Acknowledgement[] = [];
  const answeredBy = Array.from({ length: PROCESSES }, () => 0);
  let database: DataSource;
  let heads: ExportedHead[];

  beforeAll(async () => {
    const databaseUrl = await beginLedger(engine, directory);
    const auditHeads = path.join(directory, `${engine}.jsonl`);
    const servers = Array.from({ length: PROCESSES }, () => new LedgerServer(script, { databaseUrl, auditHeads, keys: [key] }));
    try {
      await Promise.all(servers.map((server) => server.start()));
      await Promise.all([
        ...Array.from({ length: CLIENTS }, (_, number) => client(servers, number)),
        killed(servers[0]!).then(() => servers[0]!.start()),
      ]);
    } finally {
      for (const server of servers) server.end();
    }
    database = await openDatabase({ ...LEDGER_SCHEMA, url: databaseUrl });
    heads = await readHeads(auditHeads);
  }, 300_000);

  afterAll(() => database?.destroy());

  /** Each of its appends to another process. */
  async function client(servers: readonly LedgerServer[], number: number): Promise<void> {
    for (let count = 0; count < APPENDS; count += 1) {
      const at = (number + count) % PROCESSES;
      acknowledged.push(await append({ server: servers[at]!, key, ledgerId: LEDGER_ID }, `client-${number}-${count}`));
      answeredBy[at]! += 1;
    }
  }

  /** In the middle of it. */
  async function killed(server: LedgerServer): Promise<void> {
    while (acknowledged.length < (CLIENTS * APPENDS) / 3) await new Promise((resolve) => setTimeout(resolve, 1));
    server.kill();
    await server.killed();
  }

  test('all of them have written, and every client came through', () => {
    expect(answeredBy).toEqual(answeredBy.map(() => (CLIENTS * APPENDS) / PROCESSES));
  });

  testBooks(() => ({ database, acknowledged, heads }));
});
