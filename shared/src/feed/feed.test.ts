import type { DataSource } from 'typeorm';
import { asking, viewerOf } from '../../testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '../../testing/database';
import { createLedgerSubgraph, LEDGER_SCHEMA } from '../../testing/ledger';
import { Journal, type OutboxEntry } from '../command/journal';
import { transact } from '../command/transact';
import type { Viewer } from '../viewer';

const A = '410225201';
const B = '410225206';
const VILLAGE_B = '410225206200';
const inDivision = (...codes: string[]) => viewerOf(codes, ['matters:read']);
const FEED = `query ($after: String, $types: [String!], $first: Int) { ledgerFeed(after: $after, types: $types, first: $first) {
  nodes { cursor type subjectType subjectId divisionCode at payload isTombstone requestId } endCursor hasNextPage newestCursor } }`;

const entry = (subjectId: string, divisionCode: string, more: Partial<OutboxEntry> = {}): OutboxEntry => ({
  type: 'LEDGER_KEPT',
  subjectType: 'Ledger',
  subjectId,
  divisionCode,
  payload: { of: subjectId },
  ...more,
});

interface Told {
  readonly cursor: string;
  readonly subjectId: string;
  readonly isTombstone: boolean;
}

describe.each(ENGINES)('a change feed on %s', (engine) => {
  let opened: TestDatabase;
  let database: DataSource;
  let ask: ReturnType<typeof asking>;
  let journal: Journal;
  const clock = () => new Date('2026-11-26T01:00:00.000Z');

  beforeEach(async () => {
    opened = await freshDatabase(engine, LEDGER_SCHEMA);
    ({ database } = opened);
    journal = new Journal({ subgraph: 'ledger', clock });
    ask = asking((await createLedgerSubgraph({ database, clock })).execute);
  });

  afterEach(() => opened.close());

  const write = (...events: OutboxEntry[]) => transact(database, (tx) => journal.append(tx, [], events));
  const read = async (viewer: Viewer | undefined, variables: object = {}) => ask(FEED, viewer, { first: 100, ...variables });
  const feed = async (viewer: Viewer, variables: object = {}) => (await read(viewer, variables)).data.ledgerFeed;
  const subjects = async (viewer: Viewer, variables: object = {}) =>
    (await feed(viewer, variables)).nodes.map(({ subjectId }: Told) => subjectId);
  const refusal = async (viewer: Viewer | undefined, variables: object = {}) => {
    const { data, errors } = await read(viewer, variables);
    expect(data?.ledgerFeed ?? null).toBeNull();
    const { code, reason } = errors![0]!.extensions as { code: string; reason: string };
    return `${code} ${reason}`;
  };

  test('is for who is signed in and holds the scope', async () => {
    await write(entry('b-1', B));
    expect(await refusal(undefined)).toBe('UNAUTHENTICATED TOKEN_REQUIRED');
    expect(await refusal(viewerOf([B]))).toBe('FORBIDDEN SCOPE_MISSING');
  });

  test('tells a viewer of its own divisions alone, oldest first, and all of an event', async () => {
    await write(entry('b-1', B), entry('a-1', A), entry('b-2', VILLAGE_B), entry('c-1', '410225'));
    expect(await subjects(inDivision(A))).toEqual(['a-1']);
    expect(await subjects(inDivision(B))).toEqual(['b-1', 'b-2']);
    expect(await subjects(inDivision(VILLAGE_B))).toEqual(['b-2']);
    expect(await subjects(inDivision('410225'))).toEqual(['b-1', 'a-1', 'b-2', 'c-1']);
    expect(await subjects(inDivision('410000'))).toEqual(['b-1', 'a-1', 'b-2', 'c-1']);
    expect(await subjects(inDivision('330381'))).toEqual([]);
    expect(await subjects(inDivision())).toEqual([]);
    const [first] = (await feed(inDivision(B))).nodes;
    expect(first).toEqual({
      cursor: expect.stringMatching(/^[0-9a-f-]{36}$/),
      type: 'LEDGER_KEPT',
      subjectType: 'Ledger',
      subjectId: 'b-1',
      divisionCode: B,
      at: '2026-11-26T01:00:00.000Z',
      payload: '{"of":"b-1"}',
      isTombstone: false,
      requestId: '',
    });
  });

  test('ends with the duty', async () => {
    await write(entry('b-1', B));
    const until = (day: string): Viewer => ({ ...inDivision(), divisions: [{ code: B, until: day }] });
    expect(await subjects(until('2026-11-26'))).toEqual(['b-1']);
    expect(await feed(until('2026-11-25'))).toEqual({ nodes: [], endCursor: null, hasNextPage: false, newestCursor: null });
  });

  test('the cursor of a neighbour’s event is no better than one that was made up', async () => {
    await write(entry('a-1', A), entry('b-1', B));
    const { newestCursor } = await feed(inDivision(B));
    expect(await refusal(inDivision(A), { after: newestCursor })).toBe('BAD_USER_INPUT CURSOR_UNKNOWN');
    expect(await read(inDivision(A), { after: newestCursor })).toEqual(await read(inDivision(A), { after: 'no such cursor' }));
    for (const after of ['', '1', '\u0000', 'x'.repeat(1000), "' OR 1=1 --"])
      expect(await refusal(inDivision(A), { after })).toBe('BAD_USER_INPUT CURSOR_UNKNOWN');
  });

  test('how busy others are shows in no cursor', async () => {
    await write(entry('a-1', A));
    const before = await feed(inDivision(A));
    await write(...Array.from({ length: 20 }, (_, index) => entry(`b-${index}`, B)));
    expect(await feed(inDivision(A))).toEqual(before);
    expect((await feed(inDivision(A), { after: before.endCursor })).endCursor).toBe(before.endCursor);
  });

  test('a row that moved is a tombstone to whom it left, and a change where it came to', async () => {
    await write(entry('moved', B, { leftDivisionCode: A, type: 'LEDGER_MOVED', payload: { to: B } }));
    const [tombstone, ...more] = (await feed(inDivision(A))).nodes;
    expect(more).toEqual([]);
    expect(tombstone).toEqual({
      cursor: expect.any(String),
      type: 'TOMBSTONE',
      subjectType: 'Ledger',
      subjectId: 'moved',
      divisionCode: null,
      at: '2026-11-26T01:00:00.000Z',
      payload: null,
      isTombstone: true,
      requestId: null,
    });
    expect(JSON.stringify(await read(inDivision(A)))).not.toMatch(/410225206|MOVED/);
    expect((await feed(inDivision(B))).nodes).toMatchObject([{ type: 'LEDGER_MOVED', isTombstone: false, divisionCode: B }]);
    for (const both of [inDivision('410225'), inDivision(A, B), inDivision('410225', A)])
      expect((await feed(both)).nodes).toMatchObject([{ type: 'LEDGER_MOVED', isTombstone: false }]);
    expect(await subjects(inDivision('410225207'))).toEqual([]);
    expect(await subjects(inDivision(A), { after: tombstone.cursor })).toEqual([]);
  });

  test('a row that is gone is a tombstone to all who could see it, and to nobody else', async () => {
    await write(entry('gone', VILLAGE_B, { isGone: true, payload: { why: 'merged' } }));
    for (const viewer of [inDivision(VILLAGE_B), inDivision(B), inDivision('410225')]) {
      expect((await feed(viewer)).nodes).toMatchObject([{ type: 'TOMBSTONE', isTombstone: true, payload: null, divisionCode: null }]);
      expect(await subjects(viewer, { types: ['ANOTHER'] })).toEqual(['gone']);
    }
    expect(await subjects(inDivision(A))).toEqual([]);
  });

  test('a row that concerns other divisions is told to each of them and to nobody else, once, and as gone when it no longer does', async () => {
    const COUNTY = '410225';
    const C = '410225207';
    await write(entry('asked', COUNTY, { concerns: [A, VILLAGE_B], payload: { to: 'all' } }));
    for (const viewer of [inDivision(COUNTY), inDivision(A), inDivision(B), inDivision(VILLAGE_B), inDivision(A, B, COUNTY)])
      expect((await feed(viewer)).nodes).toMatchObject([
        { type: 'LEDGER_KEPT', subjectId: 'asked', divisionCode: COUNTY, isTombstone: false, payload: '{"to":"all"}' },
      ]);
    const { newestCursor } = await feed(inDivision(A));
    expect(await feed(inDivision(C))).toEqual({ nodes: [], endCursor: null, hasNextPage: false, newestCursor: null });
    expect(await refusal(inDivision(C), { after: newestCursor })).toBe('BAD_USER_INPUT CURSOR_UNKNOWN');
    expect(await subjects(inDivision(A), { types: ['ANOTHER'] })).toEqual([]);

    await write(entry('asked', COUNTY, { concerns: [A], concernsNoMore: [VILLAGE_B], type: 'LEDGER_CUT' }));
    for (const viewer of [inDivision(COUNTY), inDivision(A), inDivision(A, B)])
      expect((await feed(viewer, { after: newestCursor })).nodes).toMatchObject([{ type: 'LEDGER_CUT', isTombstone: false }]);
    for (const viewer of [inDivision(B), inDivision(VILLAGE_B)]) {
      const [tombstone, ...more] = (await feed(viewer, { after: newestCursor, types: ['ANOTHER'] })).nodes;
      expect(tombstone).toMatchObject({ type: 'TOMBSTONE', isTombstone: true, divisionCode: null, payload: null, requestId: null });
      expect(more).toEqual([]);
    }
    expect(await subjects(inDivision(A, B), { after: newestCursor, types: ['ANOTHER'] })).toEqual([]);

    await write(entry('asked', COUNTY, { concerns: [A], isGone: true }));
    for (const viewer of [inDivision(COUNTY), inDivision(A)])
      expect((await feed(viewer)).nodes.at(-1)).toMatchObject({ isTombstone: true });
    expect(await subjects(inDivision(C))).toEqual([]);
  });

  test('types choose among changes, never among tombstones, and the cursor moves on past what was not chosen', async () => {
    await write(entry('b-1', B, { type: 'ONE' }), entry('b-2', B, { type: 'TWO' }), entry('away', A, { type: 'TWO', leftDivisionCode: B }));
    expect(await subjects(inDivision(B), { types: ['ONE'] })).toEqual(['b-1', 'away']);
    expect(await subjects(inDivision(B), { types: [] })).toEqual(['away']);
    expect(await subjects(inDivision(A), { types: ['ONE'] })).toEqual([]);
    await write(entry('b-3', B, { type: 'TWO' }));
    const { endCursor, newestCursor, hasNextPage } = await feed(inDivision(B), { types: ['ONE'] });
    expect(endCursor).toBe(newestCursor);
    expect(hasNextPage).toBe(false);
    expect(await refusal(inDivision(B), { types: Array.from({ length: 51 }, String) })).toBe('BAD_USER_INPUT TOO_MANY_TYPES');
  });

  test('is read in stretches without loss or repeat', async () => {
    await write(...Array.from({ length: 7 }, (_, index) => entry(`${index}`, index % 2 ? B : A)));
    for (const viewer of [inDivision('410225'), inDivision(A, B)]) {
      const told: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const { nodes, endCursor, hasNextPage } = await feed(viewer, { after, first: 2 });
        told.push(...nodes.map(({ subjectId }: Told) => subjectId));
        after = endCursor;
        more = hasNextPage;
      }
      expect(told).toEqual(['0', '1', '2', '3', '4', '5', '6']);
    }
    for (const first of [-1, 501]) expect(await refusal(inDivision(A), { first })).toBe('BAD_USER_INPUT PAGE_SIZE');
  });

  test('can be begun now: past what is there, and missing nothing of what follows', async () => {
    const empty = await feed(inDivision(B), { first: 0 });
    expect(empty).toEqual({ nodes: [], endCursor: null, hasNextPage: false, newestCursor: null });
    await write(entry('b-1', B));
    expect(await subjects(inDivision(B), { after: empty.newestCursor })).toEqual(['b-1']);
    const begun = await feed(inDivision(B), { first: 0 });
    expect(begun).toMatchObject({ nodes: [], endCursor: null, hasNextPage: true });
    expect(await subjects(inDivision(B), { after: begun.newestCursor })).toEqual([]);
    await write(entry('a-1', A), entry('b-2', B));
    expect(await subjects(inDivision(B), { after: begun.newestCursor })).toEqual(['b-2']);
  });

  test('a number is taken only by who commits next: what a reader has passed, nothing comes to stand before', async () => {
    const order: string[] = [];
    let appended = () => {};
    let commit = () => {};
    const isAppended = new Promise<void>((resolve) => {
      appended = resolve;
    });
    const mayCommit = new Promise<void>((resolve) => {
      commit = resolve;
    });
    const slow = transact(database, async (tx) => {
      await journal.append(tx, [], [entry('slow', B)]);
      appended();
      await mayCommit;
      order.push('slow');
    });
    await isAppended;
    const quick = write(entry('quick', B)).then(() => order.push('quick'));
    expect(await subjects(inDivision(B))).toEqual([]);
    commit();
    await Promise.all([slow, quick]);
    expect(order).toEqual(['slow', 'quick']);
    expect(await subjects(inDivision(B))).toEqual(['slow', 'quick']);
  });

  test('a reader among many writers is told of everything once, in the order of commits', async () => {
    const WRITERS = 6;
    const EACH = 15;
    let isWriting = true;
    const told: string[] = [];
    const reading = (async () => {
      for (let after: string | null = null, last = false; !last; ) {
        last = !isWriting;
        for (let more = true; more; ) {
          const { nodes, endCursor, hasNextPage }: { nodes: Told[]; endCursor: string | null; hasNextPage: boolean } = await feed(
            inDivision(B),
            { after, first: 4 },
          );
          told.push(...nodes.map(({ subjectId }) => subjectId));
          after = endCursor;
          more = hasNextPage;
        }
      }
    })();
    const writer = async (name: number) => {
      for (let index = 0; index < EACH; index += 1) await write(entry(`${name}-${index}`, B), entry(`other-${name}-${index}`, A));
    };
    await Promise.all(Array.from({ length: WRITERS }, (_, name) => writer(name)));
    isWriting = false;
    await reading;
    const committed: { subjectId: string }[] = await database.query(
      `SELECT subjectId FROM outbox_event WHERE divisionCode = '${B}' ORDER BY sequence`,
    );
    expect(committed).toHaveLength(WRITERS * EACH);
    expect(told).toEqual(committed.map(({ subjectId }) => subjectId));
  });
});
