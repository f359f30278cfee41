import path from 'node:path';
import { AuditOutcome } from '@township-graph/shared/audit/audit.enums';
import type { ExportedHead } from '@township-graph/shared/audit/audit-heads';
import { AuditRecord } from '@township-graph/shared/audit/audit-record.entity';
import { verifyAudit } from '@township-graph/shared/audit/audit-verification';
import { IdempotencyRecord, inputHashOf } from '@township-graph/shared/command/idempotency';
import { OutboxEvent } from '@township-graph/shared/command/outbox-event.entity';
import { openDatabase } from '@township-graph/shared/database';
import { LEDGER_SCHEMA, Ledger, LedgerEntry } from '@township-graph/shared/testing/ledger';
import { freshUrl, type TestEngine } from '@township-graph/shared/testing/template';
import type { DataSource } from 'typeorm';
import type { Acknowledgement } from './ledger-client';

export const LEDGER_ID = 'l-1';

/** What is left of an ordeal: what the database holds, and what its clients and the file outside were told. */
export interface Books {
  readonly database: DataSource;
  readonly acknowledged: readonly Acknowledgement[];
  readonly heads: readonly ExportedHead[];
}

/** The address of a new database with an empty ledger, which several processes can open. */
export async function beginLedger(engine: TestEngine, directory: string): Promise<string> {
  const url = engine === 'sqlite' ? `sqlite:${path.join(directory, 'ledger.db')}` : await freshUrl(engine);
  const database = await openDatabase({ ...LEDGER_SCHEMA, url });
  await database.manager.insert(Ledger, { id: LEDGER_ID, divisionCode: '410225201', keeper: null, phone: null, total: 0, version: 1 });
  await database.destroy();
  return url;
}

/** That nothing was lost, halved, done twice or put out of order, whatever the processes went through. */
export function testBooks(books: () => Books): void {
  const entries = () => books().database.manager.find(LedgerEntry, { order: { position: 'ASC' } });
  const records = () => books().database.manager.find(AuditRecord, { order: { sequence: 'ASC' } });
  const done = async () => (await records()).filter(({ outcome }) => outcome === AuditOutcome.DONE);
  const events = () => books().database.manager.find(OutboxEvent, { order: { sequence: 'ASC' } });
  const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

  test('every acknowledged append is there once, where its answer said, and no other is', async () => {
    const { acknowledged } = books();
    const told = acknowledged.map(({ words, version }) => ({ position: version - 1, words })).sort((a, b) => a.position - b.position);
    expect((await entries()).map(({ position, words }) => ({ position, words }))).toEqual(told);
    expect(new Set(told.map(({ words }) => words)).size).toBe(acknowledged.length);
  });

  test('no append is half: the ledger counts each, and each has one key, one record and one event', async () => {
    const { manager } = books().database;
    const written = await entries();
    const words = written.map((entry) => entry.words);
    const { total, version } = await manager.findOneByOrFail(Ledger, { id: LEDGER_ID });
    expect({ total, version }).toEqual({ total: words.length, version: words.length + 1 });
    expect(written.map(({ position }) => position)).toEqual(upTo(words.length));

    const inputs = words.map((each) => ({ ledgerId: LEDGER_ID, words: each }));
    const inputHashes = inputs.map((input) => inputHashOf('appendEntry', input));
    const keys = new Map((await manager.find(IdempotencyRecord)).map((record) => [record.idempotencyKey, record]));
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
    const [head] = await books().database.query('SELECT auditSequence, eventSequence FROM journal_head');
    expect(head).toEqual({ auditSequence: recorded.length, eventSequence: happened.length });
  });

  test('the chain of records holds, and each exported head is its record’s', async () => {
    const { database, heads } = books();
    const recorded = await records();
    expect(await verifyAudit(database, 'ledger', heads)).toEqual({ records: recorded.length, findings: [] });
    expect(heads.length).toBeGreaterThan(0);
    for (const { sequence, hash } of heads) expect(recorded[sequence - 1]?.hash).toBe(hash);
  });
}
