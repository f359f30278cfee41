import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { asking, viewerOf } from '../../testing/ask';
import { ENGINES, freshDatabase } from '../../testing/database';
import { createLedgerSubgraph, LEDGER_SCHEMA } from '../../testing/ledger';
import { freshUrl, type TestEngine } from '../../testing/template';
import { OutboxEvent } from '../command/outbox-event.entity';
import { OutboxReach, reachOf } from '../command/outbox-reach.entity';
import { openDatabase } from '../database';
import { insertAll } from '../insert-all';
import { SqliteReader } from '../sqlite-reader';

const COUNTY = viewerOf(['410225'], ['matters:read']);
const TOWNSHIP = viewerOf(['410225206'], ['matters:read']);
const TWO_TOWNSHIPS = viewerOf(['410225201', '410225206'], ['matters:read']);
const FEED = 'query ($after: String, $types: [String!]) { ledgerFeed(after: $after, types: $types) { nodes { subjectId } endCursor } }';

/** Of twenty townships, one of which is quiet: its newest event is its first. */
const events = Array.from({ length: 4000 }, (_, index) => ({
  sequence: index + 1,
  id: `event-${index + 1}`,
  at: new Date('2026-11-26T01:00:00.000Z'),
  type: index % 3 ? 'COMMON' : 'RARE',
  subjectType: 'Ledger',
  subjectId: `l-${index}`,
  divisionCode: index === 0 ? '410225206' : `4102252${String(10 + (index % 20)).padStart(2, '0')}`,
  leftDivisionCode: null,
  payload: {},
  requestId: '',
}));

describe.each(ENGINES)('the reach of events on %s', (engine) => {
  test('lets a county and a quiet township ask without looking at what is not new to them', async () => {
    const { database, close } = await freshDatabase(engine, LEDGER_SCHEMA);
    await insertAll(database.manager, OutboxEvent, events);
    await insertAll(database.manager, OutboxReach, events.flatMap(reachOf));
    await database.query(engine === 'sqlite' ? 'ANALYZE' : 'ANALYZE TABLE outbox_event, outbox_reach');
    const ask = asking((await createLedgerSubgraph({ database })).execute);
    for (const [viewer, after] of [
      [COUNTY, 'event-3990'],
      [COUNTY, 'event-1'],
      [TOWNSHIP, 'event-1'],
      [TWO_TOWNSHIPS, 'event-1'],
      [COUNTY, undefined],
    ] as const)
      for (const types of [undefined, ['RARE']]) {
        const statements = await sentBy(database, () => ask(FEED, viewer, { after, types }));
        expect(statements.length).toBeGreaterThan(1);
        for (const statement of statements) expect(await scansIn(database, engine, statement)).toEqual([]);
      }
    await close();
  });

  test('is known of events that were there before it', async () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'township-graph-reach-'));
    const url = engine === 'sqlite' ? `sqlite:${path.join(directory, 'feed.db')}` : await freshUrl(engine);
    const before = (LEDGER_SCHEMA.migrations as { name: string }[]).filter(
      ({ name }) => !/LeftDivision|OutboxEventId|OutboxReach/.test(name),
    );
    const old = await openDatabase({ entities: [], migrations: before as never, url });
    for (const { sequence, id, divisionCode } of events.slice(0, 30))
      await old.query(
        `INSERT INTO outbox_event (sequence, id, at, type, subjectType, subjectId, divisionCode, payload, requestId)
         VALUES (?, ?, '2026-11-26 01:00:00.000', 'COMMON', 'Ledger', 'l', ?, '{}', '')`,
        [sequence, id, divisionCode],
      );
    await old.destroy();
    const database = await openDatabase({ ...LEDGER_SCHEMA, url });
    const reach = await database.manager.find(OutboxReach, { order: { prefix: 'ASC', sequence: 'ASC' } });
    const expected = events.slice(0, 30).flatMap(reachOf);
    expect(reach.map(({ prefix, sequence }) => `${prefix} ${sequence}`).sort()).toEqual(
      expected.map(({ prefix, sequence }) => `${prefix} ${sequence}`).sort(),
    );
    const ask = asking((await createLedgerSubgraph({ database })).execute);
    expect((await ask(FEED, TOWNSHIP)).data.ledgerFeed.nodes).toHaveLength(1);
    expect((await ask(FEED, COUNTY)).data.ledgerFeed.nodes).toHaveLength(30);
    await database.destroy();
    rmSync(directory, { recursive: true, force: true });
  });
});

type Statement = readonly [sql: string, parameters: readonly unknown[]];

/** The statements with their parameters, by whichever connection. */
async function sentBy(database: DataSource, work: () => Promise<{ errors?: unknown }>): Promise<Statement[]> {
  const runner = database.createQueryRunner();
  const where = Object.hasOwn(runner, 'query') ? runner : (Object.getPrototypeOf(runner) as typeof runner);
  const written = jest.spyOn(where, 'query');
  const read = jest.spyOn(SqliteReader.prototype, 'table');
  expect((await work()).errors).toBeUndefined();
  const sent = [...written.mock.calls, ...read.mock.calls].map(
    ([sql, parameters]): Statement => [sql, (parameters as unknown[] | undefined) ?? []],
  );
  written.mockRestore();
  read.mockRestore();
  return sent;
}

/** Tables that would be read from their beginning, as sentences. */
async function scansIn(database: DataSource, engine: TestEngine, [sql, parameters]: Statement): Promise<string[]> {
  if (engine === 'sqlite') {
    const plan: { detail: string }[] = await database.query(`EXPLAIN QUERY PLAN ${sql}`, [...parameters]);
    return plan.map(({ detail }) => detail).filter((detail) => /SCAN (row|reach|event)\b|TEMP B-TREE FOR ORDER BY.*reach/.test(detail));
  }
  const plan: { table: string; type: string; key: string; rows: string; Extra: string }[] = await database.query(`EXPLAIN ${sql}`, [
    ...parameters,
  ]);
  return plan
    .filter(({ table, type }) => ['row', 'reach', 'event'].includes(table) && ['ALL', 'index'].includes(type))
    .map((step) => JSON.stringify(step));
}
