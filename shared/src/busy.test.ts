import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DataSource, EntityManager } from 'typeorm';
import { LEDGER_SCHEMA, Ledger } from '../testing/ledger';
import { databaseFaultOf } from './command/database-faults';
import { transact } from './command/transact';
import { openDatabase } from './database';

/** Two connections to one file, as two processes have them. */
const directory = mkdtempSync(path.join(tmpdir(), 'busy-'));
let ours: DataSource;
let theirs: DataSource;
let letGo: () => void;
let theirWriting: Promise<unknown>;

const ledger = (id: string) => ({ id, divisionCode: '410225201', keeper: null, phone: null, total: 0, version: 1 });
const add = (id: string) => (tx: EntityManager) => tx.insert(Ledger, ledger(id));
const idsSeenBy = async ({ manager }: DataSource) => (await manager.find(Ledger, { order: { id: 'ASC' } })).map(({ id }) => id);

beforeEach(async () => {
  const url = `sqlite:${path.join(mkdtempSync(path.join(directory, 'd-')), 'ledger.db')}`;
  ours = await openDatabase({ ...LEDGER_SCHEMA, url });
  theirs = await openDatabase({ ...LEDGER_SCHEMA, url });
  const begun = new Promise<void>((resolve) => {
    theirWriting = theirs.manager.transaction(async (tx) => {
      await add('theirs')(tx);
      resolve();
      await new Promise<void>((release) => {
        letGo = release;
      });
    });
  });
  await begun;
});

afterEach(async () => {
  letGo();
  await theirWriting;
  await Promise.all([ours.destroy(), theirs.destroy()]);
});
afterAll(() => rmSync(directory, { recursive: true }));

test('who writes while another process does waits for it, and reads go on meanwhile', async () => {
  const writing = [
    ours.manager.transaction(add('a transaction')),
    ours.manager.save(Ledger, ledger('a save')),
    ours.manager.insert(Ledger, ledger('an insert')),
  ];
  let isDone = false;
  const over = Promise.all(writing).finally(() => {
    isDone = true;
  });
  for (let reads = 0; reads < 20; reads += 1) {
    expect(await idsSeenBy(ours)).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  expect(isDone).toBe(false);
  letGo();
  await Promise.all([over, theirWriting]);
  expect(await idsSeenBy(ours)).toEqual(['a save', 'a transaction', 'an insert', 'theirs']);
});

test('who waits in vain is told that others were in the way, and what comes after is as safe as before', async () => {
  const waiting = ours.manager.transaction(add('too late'));
  const fault = await waiting.then(
    () => null,
    (error: unknown) => databaseFaultOf(error),
  );
  expect(fault).toBe('contention');
  letGo();
  await theirWriting;
  const failing = ours.manager.save(Ledger, [ledger('first of two'), { ...ledger('second of two'), total: null as never }]);
  await expect(failing).rejects.toThrow(/NOT NULL/);
  expect(await idsSeenBy(theirs)).toEqual(['theirs']);
  await ours.manager.transaction(add('ours'));
  expect(await idsSeenBy(theirs)).toEqual(['ours', 'theirs']);
});

test('a command that waited in vain is tried again', async () => {
  const working = transact(ours, add('ours'));
  // Longer than one attempt waits, and not as long as all of them.
  await expect(ours.manager.transaction(add('too late'))).rejects.toThrow(/locked/);
  letGo();
  await working;
  expect(await idsSeenBy(ours)).toEqual(['ours', 'theirs']);
});
