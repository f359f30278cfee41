import type { DataSource, EntityManager } from 'typeorm';
import { asking, viewerOf } from '../../testing/ask';
import { CuttingProxy } from '../../testing/cutting-proxy';
import { ENGINES } from '../../testing/database';
import { createLedgerSubgraph, type Interruption, LEDGER_SCHEMA, Ledger, LedgerEntry } from '../../testing/ledger';
import { freshUrl } from '../../testing/template';
import { AuditRecord } from '../audit/audit-record.entity';
import { openDatabase } from '../database';
import { IdempotencyRecord } from './idempotency';
import { OutboxEvent } from './outbox-event.entity';
import { transact } from './transact';

const OURS = viewerOf(['410225201'], ['matters:read', 'matters:handle']);
const APPEND = 'mutation ($input: AppendEntryInput!) { appendEntry(input: $input) { version } }';
const KEY = '0192f0c4-6f2e-7a31-9d7e-5f1f6b3c2a10';

// SQLite has no connection to lose, and lets one writer in at a time.
const onMariaDb = ENGINES.includes('mariadb') ? describe : describe.skip;

onMariaDb('transactions on MariaDB', () => {
  let proxy: CuttingProxy;
  let database: DataSource;
  let ask: ReturnType<typeof asking>;
  let interrupt: Interruption;

  beforeEach(async () => {
    proxy = new CuttingProxy(new URL(await freshUrl('mariadb')));
    await proxy.listen();
    database = await openDatabase({ ...LEDGER_SCHEMA, url: proxy.url });
    interrupt = () => undefined;
    ask = asking((await createLedgerSubgraph({ database }, (tx) => interrupt(tx))).execute);
    for (const id of ['l-1', 'l-2'])
      await database.manager.insert(Ledger, { id, divisionCode: '410225201', keeper: null, phone: null, total: 0, version: 1 });
  });

  afterEach(async () => {
    await database.destroy();
    await proxy.close();
  });

  const append = async (idempotencyKey: string | null = KEY, ledgerId = 'l-1') => {
    const { data, errors } = await ask(APPEND, OURS, { input: { ledgerId, words: '一', idempotencyKey } });
    return errors ? [errors[0]!.extensions!.code, errors[0]!.extensions!.reason] : data.appendEntry.version;
  };
  /** In a transaction of its own, for a connection from the pool may be one that was cut. */
  const rows = () =>
    transact(database, async (tx) => ({
      version: (await tx.findOneByOrFail(Ledger, { id: 'l-1' })).version,
      entries: await tx.count(LedgerEntry),
      records: await tx.count(AuditRecord),
      events: await tx.count(OutboxEvent),
      keys: await tx.count(IdempotencyRecord),
    }));
  const NOTHING = { version: 1, entries: 0, records: 0, events: 0, keys: 0 };
  const ONCE = { version: 2, entries: 1, records: 1, events: 1, keys: 1 };

  describe('when the connection is lost', () => {
    test('after the commit went out, the result is unknown, and the same key finds that it took effect', async () => {
      proxy.cutNext(/^COMMIT/, 'AFTER');
      expect(await append()).toEqual(['RESULT_UNKNOWN', 'COMMIT_UNCONFIRMED']);
      expect(await rows()).toEqual(ONCE);
      expect(await append()).toBe(2);
      expect(await rows()).toEqual(ONCE);
    });

    test('before the commit arrived, the result is unknown as well, and the same key makes it take effect', async () => {
      proxy.cutNext(/^COMMIT/, 'BEFORE');
      expect(await append()).toEqual(['RESULT_UNKNOWN', 'COMMIT_UNCONFIRMED']);
      expect(await rows()).toEqual(NOTHING);
      expect(await append()).toBe(2);
      expect(await rows()).toEqual(ONCE);
    });

    test('after the commit went out, it is not done again unasked: without a key it would count twice', async () => {
      proxy.cutNext(/^COMMIT/, 'AFTER');
      expect(await append(null)).toEqual(['RESULT_UNKNOWN', 'COMMIT_UNCONFIRMED']);
      expect(await rows()).toEqual({ ...ONCE, keys: 0 });
    });

    test('while the commit was on its way, the same key waits for what comes of it', async () => {
      proxy.cutNext(/^COMMIT/, 'BEFORE');
      const answers = await Promise.all(Array.from({ length: 20 }, () => append()));
      expect(answers.filter((answer) => answer !== 2)).toEqual([['RESULT_UNKNOWN', 'COMMIT_UNCONFIRMED']]);
      expect(await rows()).toEqual(ONCE);
    });

    test.each([
      ['before the transaction', /^START TRANSACTION/],
      ['at its first statement', /FROM `idempotency_record`/],
      ['after the key was taken', /^INSERT INTO `idempotency_record`/],
      ['between the change and its entry', /^INSERT INTO `ledger_entry`/],
      ['before the audit record', /^INSERT INTO `audit_record`/],
      ['before the event', /^INSERT INTO `outbox_event`/],
    ])('%s, it is done again from the beginning, once', async (_, statement) => {
      for (const [index, when] of (['BEFORE', 'AFTER'] as const).entries()) {
        proxy.cutNext(statement, when);
        expect(await append(`${KEY}-${when}`)).toBe(index + 2);
        expect(proxy.isWaiting).toBe(false);
      }
      expect(await rows()).toEqual({ version: 3, entries: 2, records: 2, events: 2, keys: 2 });
    });

    test('between two statements, it is done again as well', async () => {
      let attempts = 0;
      interrupt = async (tx) => {
        attempts += 1;
        if (attempts > 1) return;
        proxy.cutAll();
        await lost(tx);
      };
      expect(await append()).toBe(2);
      expect(attempts).toBe(2);
      expect(await rows()).toEqual(ONCE);
    });

    test('because an administrator ended it, it is done again as well', async () => {
      let attempts = 0;
      interrupt = async (tx) => {
        attempts += 1;
        if (attempts > 1) return;
        const [{ id }] = await tx.query('SELECT CONNECTION_ID() AS id');
        await database.query(`KILL ${id}`);
      };
      expect(await append()).toBe(2);
      expect(attempts).toBe(2);
      expect(await rows()).toEqual(ONCE);
    });

    test('again and again, nothing of the command is done, and the caller is not told why', async () => {
      interrupt = () => proxy.cutAll();
      expect(await append()).toEqual(['SUBGRAPH_UNAVAILABLE', undefined]);
      interrupt = () => undefined;
      expect(await rows()).toEqual(NOTHING);
    });

    test('a database that was away is written to as soon as it is back', async () => {
      await append(`${KEY}-before`);
      await proxy.close();
      await expect(transact(database, (tx) => tx.count(Ledger))).rejects.toMatchObject({ code: 'ECONNREFUSED' });
      await proxy.listen();
      expect(await Promise.all(Array.from({ length: 20 }, () => append()))).toEqual(Array.from({ length: 20 }, () => 3));
      expect(await rows()).toMatchObject({ version: 3, entries: 2, keys: 2 });
    });

    test('connections that died while nobody used them are replaced, and nobody notices', async () => {
      await Promise.all(Array.from({ length: 20 }, (_, index) => append(`${KEY}-${index}`)));
      const before = await rows();
      proxy.cutAll();
      expect(await append()).toBe(before.version + 1);
      expect(await rows()).toMatchObject({ version: before.version + 1, entries: before.entries + 1, keys: before.keys + 1 });
    });
  });

  /** Adds to two ledgers in one transaction; both have taken their first before either takes its second. */
  const crossing = async (work: typeof transact = transact) => {
    let arrived = 0;
    let bothArrived = () => {};
    const both = new Promise<void>((resolve) => {
      bothArrived = resolve;
    });
    let attempts = 0;
    const through = (first: string, second: string) =>
      work(database, async (tx) => {
        attempts += 1;
        await tx.increment(Ledger, { id: first }, 'total', 1);
        arrived += 1;
        if (arrived === 2) bothArrived();
        await both;
        await tx.increment(Ledger, { id: second }, 'total', 1);
      });
    await Promise.all([through('l-1', 'l-2'), through('l-2', 'l-1')]);
    return attempts;
  };
  const totals = async () => (await database.manager.find(Ledger, { order: { id: 'ASC' } })).map(({ total }) => total);

  test('two that stand in each other’s way are both done, one of them again', async () => {
    expect(await crossing()).toBe(3);
    expect(await totals()).toEqual([2, 2]);
  });

  test('and without trying again one of them would fail', async () => {
    const once = ((source: DataSource, work: never) => source.manager.transaction(work)) as typeof transact;
    await expect(crossing(once)).rejects.toMatchObject({ code: 'ER_LOCK_DEADLOCK' });
  });

  test('who waits for a row that is never let go is refused in the end, and has changed nothing', async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let isTaken = () => {};
    const taken = new Promise<void>((resolve) => {
      isTaken = resolve;
    });
    const holder = transact(database, async (tx) => {
      await tx.increment(Ledger, { id: 'l-2' }, 'total', 1);
      isTaken();
      await held;
    });
    await taken;
    const impatient = transact(
      database,
      async (tx) => {
        await tx.query('SET SESSION innodb_lock_wait_timeout = 0');
        await tx.increment(Ledger, { id: 'l-1' }, 'total', 1);
        await tx.increment(Ledger, { id: 'l-2' }, 'total', 1);
      },
      () => 0,
    );
    await expect(impatient).rejects.toMatchObject({ code: 'CONFLICT', reason: 'CONTENDED' });
    letGo();
    await holder;
    expect(await totals()).toEqual([0, 1]);
  });
});

/** Resolves when the connection has learnt of its loss, so that the next statement finds it closed. */
async function lost(tx: EntityManager): Promise<void> {
  await expect(tx.query('SELECT 1')).rejects.toThrow();
}
