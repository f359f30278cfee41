import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { asking, viewerOf } from '../../testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '../../testing/database';
import { createLedgerSubgraph, type Interruption, LEDGER_SCHEMA, Ledger, LedgerEntry } from '../../testing/ledger';
import { AuditRecord } from '../audit/audit-record.entity';
import { insertAll } from '../insert-all';
import { IdempotencyRecord, KEYS_KEPT_MS } from './idempotency';
import { OutboxEvent } from './outbox-event.entity';
import { writesOf } from './subgraph-writes';

const OURS = viewerOf(['410225201'], ['matters:read', 'matters:handle']);
const NEIGHBOUR = { ...viewerOf(['410225202'], ['matters:read', 'matters:handle']), subject: 'neighbour' };
const APPEND = 'mutation ($input: AppendEntryInput!) { appendEntry(input: $input) { id total version } }';
const KEY = '0192f0c4-6f2e-7a31-9d7e-5f1f6b3c2a10';

describe.each(ENGINES)('commands on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;
  let interrupt: Interruption;
  let now: Date;
  const directory = mkdtempSync(path.join(tmpdir(), 'township-graph-heads-'));
  const heads = path.join(directory, 'heads.jsonl');

  beforeEach(async () => {
    opened = await freshDatabase(engine, LEDGER_SCHEMA);
    interrupt = () => undefined;
    now = new Date('2026-11-22T01:00:00.000Z');
    const { execute } = await createLedgerSubgraph({ database: opened.database, clock: () => now, auditHeads: heads }, (tx) =>
      interrupt(tx),
    );
    ask = asking(execute);
    await opened.database.manager.insert(Ledger, {
      id: 'l-1',
      divisionCode: '410225201',
      keeper: '示例甲',
      phone: '13800000000',
      total: 0,
      version: 1,
    });
  });

  afterEach(() => opened.close());
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  const append = (input: object = {}, viewer = OURS, more = {}) =>
    ask(APPEND, viewer, { input: { ledgerId: 'l-1', words: '一', expectedVersion: 1, ...input } }, more);
  const rows = async () => {
    const { manager } = opened.database;
    return {
      version: (await manager.findOneByOrFail(Ledger, { id: 'l-1' })).version,
      entries: await manager.count(LedgerEntry),
      done: await manager.countBy(AuditRecord, { outcome: 'DONE' as never }),
      events: await manager.count(OutboxEvent),
      keys: await manager.count(IdempotencyRecord),
    };
  };
  const reasonOf = ({ errors }: { errors?: readonly { extensions?: Record<string, unknown> }[] }) => [
    errors?.[0]?.extensions?.code,
    errors?.[0]?.extensions?.reason,
  ];

  test('a command leaves its change, one audit record, its event and its answer', async () => {
    const { data } = await append({ idempotencyKey: KEY });
    expect(data.appendEntry).toEqual({ id: 'l-1', total: 1, version: 2 });
    expect(await rows()).toEqual({ version: 2, entries: 1, done: 1, events: 1, keys: 1 });
    const [event] = await opened.database.manager.find(OutboxEvent);
    expect(event).toMatchObject({ sequence: 1, type: 'ENTRY_APPENDED', subjectId: 'l-1', divisionCode: '410225201', requestId: 'test' });
    const [record] = await opened.database.manager.find(AuditRecord);
    expect(record).toMatchObject({
      sequence: 1,
      action: 'appendEntry',
      subject: 'tester',
      divisions: ['410225201'],
      divisionCode: '410225201',
      targets: [{ type: 'Ledger', id: 'l-1', fields: [] }],
      requestId: 'test',
      at: now,
    });
    expect(record!.inputHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('the same key and input give the first answer again, whatever has happened since, and change nothing', async () => {
    const first = await append({ idempotencyKey: KEY });
    await append({ expectedVersion: 2 });
    expect(await append({ idempotencyKey: KEY })).toEqual(first);
    expect(await rows()).toEqual({ version: 3, entries: 2, done: 2, events: 2, keys: 1 });
  });

  test('the same key with another input is a conflict', async () => {
    await append({ idempotencyKey: KEY });
    expect(reasonOf(await append({ idempotencyKey: KEY, words: '二' }))).toEqual(['CONFLICT', 'IDEMPOTENCY_KEY_REUSED']);
    expect(await rows()).toMatchObject({ version: 2, entries: 1 });
  });

  test('a key is its subject’s own', async () => {
    await append({ idempotencyKey: KEY });
    const colleague = { ...OURS, subject: 'colleague' };
    expect((await append({ idempotencyKey: KEY, expectedVersion: 2 }, colleague)).data.appendEntry.version).toBe(3);
    expect(await rows()).toMatchObject({ entries: 2, keys: 2 });
  });

  test('who lost the division or the scope is not told the answer again', async () => {
    await append({ idempotencyKey: KEY });
    const moved = { ...NEIGHBOUR, subject: OURS.subject };
    expect(reasonOf(await append({ idempotencyKey: KEY }, moved))).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    const demoted = { ...OURS, scopes: [] };
    expect(reasonOf(await append({ idempotencyKey: KEY }, demoted))).toEqual(['FORBIDDEN', 'SCOPE_MISSING']);
  });

  test('a key that was sent twenty times at once counts once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => append({ idempotencyKey: KEY })));
    for (const { data } of answers) expect(data?.appendEntry).toEqual({ id: 'l-1', total: 1, version: 2 });
    expect(await rows()).toEqual({ version: 2, entries: 1, done: 1, events: 1, keys: 1 });
  });

  test('a malformed key is refused', async () => {
    for (const idempotencyKey of ['', 'short', 'a b c d e f g', 'x'.repeat(101), '键键键键键键键键'])
      expect(reasonOf(await append({ idempotencyKey }))).toEqual(['BAD_USER_INPUT', 'IDEMPOTENCY_KEY_MALFORMED']);
    expect(await rows()).toMatchObject({ entries: 0 });
  });

  test('keys are forgotten a week later, and not before', async () => {
    await append({ idempotencyKey: KEY });
    now = new Date(now.getTime() + KEYS_KEPT_MS);
    await append({ idempotencyKey: `${KEY}-2`, expectedVersion: 2 });
    expect(await rows()).toMatchObject({ keys: 2 });
    now = new Date(now.getTime() + 3_600_001);
    await append({ expectedVersion: 3 });
    expect((await opened.database.manager.find(IdempotencyRecord)).map(({ idempotencyKey }) => idempotencyKey)).toEqual([`${KEY}-2`]);
  });

  test('however many keys there are, all that are a week old are forgotten in the end', async () => {
    const old = Array.from({ length: 1100 }, (_, index) => ({
      subject: 's',
      idempotencyKey: `old-key-${index}`,
      inputHash: '',
      divisionCodes: [],
      at: new Date(0),
    }));
    await opened.database.manager.transaction((tx) => insertAll(tx, IdempotencyRecord, old));
    for (let version = 1; version <= 3; version += 1) await append({ expectedVersion: version });
    expect(await rows()).toMatchObject({ keys: 0 });
  });

  test('a stale version is a conflict, and leaves nothing', async () => {
    await append();
    expect(reasonOf(await append({ idempotencyKey: KEY }))).toEqual(['CONFLICT', 'STALE_VERSION']);
    expect(await rows()).toEqual({ version: 2, entries: 1, done: 1, events: 1, keys: 0 });
    expect(await opened.database.manager.countBy(AuditRecord, { outcome: 'REFUSED' as never })).toBe(0);
  });

  test('another township’s viewer changes no row, though it names id and version', async () => {
    expect(reasonOf(await append({}, NEIGHBOUR))).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(await rows()).toMatchObject({ version: 1, entries: 0, events: 0 });
    // Recorded where the neighbour is: this township's auditors are not told of it, nor the neighbour's of this ledger.
    expect(await opened.database.manager.find(AuditRecord)).toMatchObject([
      { divisionCode: '410225202', outcome: 'REFUSED', subject: 'neighbour', targets: [] },
    ]);
  });

  test('a duty that has ended is told where it was, and is not on record as one that was held', async () => {
    const ended = { ...OURS, divisions: [{ code: '410225201', until: '2026-11-21' }] };
    expect(reasonOf(await append({}, ended))).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(await opened.database.manager.find(AuditRecord)).toMatchObject([
      { divisionCode: '410225201', divisions: [], outcome: 'REFUSED' },
    ]);
  });

  test('without the scope nothing is tried, and the attempt is on record', async () => {
    expect(reasonOf(await append({}, viewerOf(['410225201'], ['matters:read'])))).toEqual(['FORBIDDEN', 'SCOPE_MISSING']);
    expect(await opened.database.manager.find(AuditRecord)).toMatchObject([{ outcome: 'REFUSED', reason: 'SCOPE_MISSING' }]);
  });

  test('a hundred clients at once: each version once, none lost, none twice', async () => {
    const client = async (number: number) => {
      let answer = null;
      while (!answer?.data?.appendEntry) {
        answer = await append({ words: `${number}`, expectedVersion: null, idempotencyKey: `client-${number}` });
        if (answer.errors) expect(reasonOf(answer)[0]).toBe('CONFLICT');
      }
    };
    await Promise.all(Array.from({ length: 100 }, (_, number) => client(number)));
    expect(await rows()).toEqual({ version: 101, entries: 100, done: 100, events: 100, keys: 100 });
    const words = (await opened.database.manager.find(LedgerEntry)).map((entry) => Number(entry.words));
    expect(words.sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, number) => number));
  });

  test('what breaks in the middle leaves nothing behind', async () => {
    interrupt = () => {
      throw new Error('the power went');
    };
    expect(reasonOf(await append({ idempotencyKey: KEY }))[0]).toBe('INTERNAL_SERVER_ERROR');
    expect(await rows()).toEqual({ version: 1, entries: 0, done: 0, events: 0, keys: 0 });
  });

  test('a deadlock is tried again, three times, and then is a conflict', async () => {
    let attempts = 0;
    interrupt = () => {
      attempts += 1;
      if (attempts < 4) throw Object.assign(new Error('deadlock'), { code: engine === 'sqlite' ? 'SQLITE_BUSY' : 'ER_LOCK_DEADLOCK' });
    };
    expect((await append({ idempotencyKey: KEY })).data.appendEntry.version).toBe(2);
    expect(attempts).toBe(4);
    attempts = -10;
    expect(reasonOf(await append({ expectedVersion: 2 }))).toEqual(['CONFLICT', 'CONTENDED']);
    expect(attempts).toBe(-6);
    expect(await rows()).toMatchObject({ version: 2, entries: 1 });
  });

  test('a job that adds what another has just added looks again, and decides by what it finds', async () => {
    const { commands } = writesOf('ledger', { database: opened.database, clock: () => now, auditHeads: heads });
    const code = engine === 'sqlite' ? 'SQLITE_CONSTRAINT_PRIMARYKEY' : 'ER_DUP_ENTRY';
    let attempts = 0;
    const done = commands.runAsSystem('nightly', async () => {
      attempts += 1;
      if (attempts === 1) throw Object.assign(new Error('duplicate'), { code });
      return null;
    });
    expect([await done, attempts]).toEqual([null, 2]);
  });

  test('a write whose audit record cannot be written is refused', async () => {
    await opened.database.query('DROP TABLE audit_record');
    expect(reasonOf(await append({ idempotencyKey: KEY }))[0]).toBe('INTERNAL_SERVER_ERROR');
    const { manager } = opened.database;
    expect(await manager.findOneByOrFail(Ledger, { id: 'l-1' })).toMatchObject({ version: 1, total: 0 });
    expect([await manager.count(LedgerEntry), await manager.count(OutboxEvent), await manager.count(IdempotencyRecord)]).toEqual([0, 0, 0]);
  });

  test('a write without its event is refused too', async () => {
    await opened.database.query('DROP TABLE outbox_event');
    expect(reasonOf(await append())[0]).toBe('INTERNAL_SERVER_ERROR');
    expect(await opened.database.manager.count(AuditRecord)).toBe(0);
    expect(await opened.database.manager.findOneByOrFail(Ledger, { id: 'l-1' })).toMatchObject({ version: 1 });
  });

  test('each commit puts the newest hash into the file outside the database', async () => {
    await append();
    await append({ expectedVersion: 2 });
    const [record] = await opened.database.manager.find(AuditRecord, { order: { sequence: 'DESC' } });
    const lastLine = () => readFileSync(heads, 'utf8').trim().split('\n').at(-1)!;
    while (JSON.parse(lastLine()).sequence !== 2) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(JSON.parse(lastLine())).toEqual({ subgraph: 'ledger', sequence: 2, hash: record!.hash, at: now.toISOString() });
  });
});
