import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildSchema, type ExecutionResult } from 'graphql';
import { createConnection } from 'mysql2/promise';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { mariadbInstalled, prepareMariaDb, type RestartableMariaDb } from '../testing/mariadb';
import { systemClock } from './clock';
import { createExecutor } from './executor';
import { createLog } from './log';
import { SCHEDULER_TABLES } from './scheduler/tables';
import { signCall } from './signature';
import { signingKey } from './signing-key';
import type { Subgraph } from './subgraph';
import { type RunningSubgraph, type SubgraphModule, startSubgraph } from './subgraph-process';
import { ANONYMOUS } from './viewer';

const SECRET = 'a secret that is long enough to sign with';
const key = signingKey('k1', SECRET);

class CreateNote1795255100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE note (id INT PRIMARY KEY)');
  }
  async down(): Promise<void> {}
}

/** A subgraph that counts its notes. */
const runs: string[] = [];
const NOTES: SubgraphModule = {
  name: 'notes',
  port: 0,
  schema: { entities: [...SCHEDULER_TABLES.entities], migrations: [CreateNote1795255100000, ...SCHEDULER_TABLES.migrations] },
  async create({ database, log }): Promise<Subgraph> {
    const schema = buildSchema('type Query { notes: Int }');
    schema.getQueryType()!.getFields().notes!.resolve = async () => Number((await database.query('SELECT COUNT(*) AS n FROM note'))[0].n);
    return {
      name: 'notes',
      schema,
      sdl: () => '',
      execute: createExecutor(schema, { contextOf: (context) => context, settle: async () => {}, log }),
      jobs: [{ name: 'count', run: async () => void runs.push('count') }],
    };
  },
  loadDemo: async () => {},
};

let lines: string[] = [];
const log = createLog({ name: 'notes', level: 'info', destination: { write: (line: string) => void lines.push(line) } });

async function start(url: string, more: NodeJS.ProcessEnv = { SCHEDULER: 'false' }): Promise<RunningSubgraph> {
  lines = [];
  return startSubgraph(NOTES, { SUBGRAPH_KEYS: `k1:${SECRET}`, DATABASE_URL: url, PORT: '0', ...more }, log);
}

const get = async ({ url }: RunningSubgraph, name: string) => (await fetch(url.replace('graphql', name))).status;

async function ask({ url }: RunningSubgraph): Promise<{ status: number; answer: ExecutionResult; headers: Headers; text: string }> {
  const body = '{"query":"{ notes }"}';
  const context = { viewer: ANONYMOUS, requestId: 'request-1', locale: 'en', purpose: null } as const;
  const headers = signCall({ key, context, clock: systemClock, method: 'POST', path: '/graphql', body });
  const response = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  const text = await response.text();
  return { status: response.status, answer: JSON.parse(text), headers: response.headers, text };
}

async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await pause(50);
}

/** What holds while the database is not there yet. */
async function expectWaiting(subgraph: RunningSubgraph): Promise<void> {
  expect([await get(subgraph, 'health'), await get(subgraph, 'ready')]).toEqual([200, 503]);
  const { status, headers, answer } = await ask(subgraph);
  expect([status, headers.get('x-tg-turned-away')]).toEqual([503, 'STARTING']);
  expect(answer).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED', reason: 'STARTING' } }] });
}

async function expectServing(subgraph: RunningSubgraph): Promise<void> {
  expect(await get(subgraph, 'ready')).toBe(200);
  expect((await ask(subgraph)).answer).toEqual({ data: { notes: 0 } });
}

describe('an embedded database whose place cannot be used at first', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'township-graph-late-'));
  const place = path.join(directory, 'data');
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  test('is opened, migrated and served once it can be', async () => {
    writeFileSync(place, 'a file where a directory should be');
    const subgraph = await start(`sqlite:${place}/notes.db`);
    try {
      await expectWaiting(subgraph);
      await until(() => lines.some((line) => line.includes('cannot be opened')));
      rmSync(place);
      mkdirSync(place);
      await subgraph.started;
      await expectServing(subgraph);
    } finally {
      await subgraph.stop();
    }
  });

  test('does not keep a subgraph from being stopped', async () => {
    const subgraph = await start(`sqlite:${directory}/\0/notes.db`);
    await expectWaiting(subgraph);
    await subgraph.stop();
    await subgraph.started;
    await expect(get(subgraph, 'health')).rejects.toThrow();
  });
});

describe('jobs', () => {
  test('run as soon as the database is there, and are stopped with the process', async () => {
    runs.length = 0;
    const subgraph = await start('sqlite::memory:', {});
    await subgraph.started;
    await until(() => runs.length > 0);
    await subgraph.stop();
    expect(lines.filter((line) => line.includes('a job'))).toEqual([]);
  });

  test('do not run where they are off, and what is neither on nor off ends the start', async () => {
    runs.length = 0;
    const subgraph = await start('sqlite::memory:', { SCHEDULER: 'false', SCHEDULER_INTERVAL: '1' });
    await subgraph.started;
    await expectServing(subgraph);
    await subgraph.stop();
    expect(runs).toEqual([]);
    await expect(start('sqlite::memory:', { SCHEDULER: 'off' })).rejects.toThrow('SCHEDULER');
  });
});

test('an address that no waiting mends ends the start', async () => {
  const subgraph = await start('postgres://host/notes');
  await expect(subgraph.started).rejects.toMatchObject({ reason: 'DATABASE_URL' });
  await subgraph.stop();
});

(mariadbInstalled ? describe : describe.skip)('a database server', () => {
  const PASSWORD = 'p4ss/word';
  let server: RestartableMariaDb;
  let subgraph: RunningSubgraph;

  beforeAll(async () => {
    server = await prepareMariaDb();
    subgraph = await start(server.url.replace('root@', `clerk:${encodeURIComponent(PASSWORD)}@`).concat('/notes'));
  });
  afterAll(async () => {
    await subgraph.stop();
    await server.remove();
  });

  test('that is down at the start is waited for, and the log says so without the password', async () => {
    await expectWaiting(subgraph);
    await until(() => lines.filter((line) => line.includes('cannot be opened')).length >= 2);
    expect(lines.join()).toMatch(/ECONNREFUSED/);
    await server.up();
    // The server is there, and neither the database nor its user yet.
    await until(() => lines.some((line) => line.includes('ER_ACCESS_DENIED_ERROR')));
    await expectWaiting(subgraph);
    const root = await createConnection({ uri: server.url });
    await root.query('CREATE DATABASE notes');
    await root.query(`CREATE USER clerk@'127.0.0.1' IDENTIFIED BY '${PASSWORD}'`);
    await root.query("GRANT ALL ON notes.* TO clerk@'127.0.0.1'");
    await root.end();
    await subgraph.started;
    await expectServing(subgraph);
    expect(lines.join()).not.toContain(PASSWORD);
    expect(lines.join()).not.toContain(encodeURIComponent(PASSWORD));
  });

  test.each(['SIGTERM', 'SIGKILL'] as const)(
    'that goes down later (%s) costs answers, tells nothing, and is found again',
    async (signal) => {
      await server.down(signal);
      const { status, answer, text } = await ask(subgraph);
      expect([status, answer.data]).toEqual([200, { notes: null }]);
      expect(answer.errors).toEqual([
        expect.objectContaining({ path: ['notes'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', requestId: 'request-1' } }),
      ]);
      expect(text).not.toMatch(/ECONN|127\.0\.0\.1|SELECT|PROTOCOL/);
      expect(await get(subgraph, 'ready')).toBe(503);
      await server.up();
      await until(async () => (await get(subgraph, 'ready')) === 200);
      await expectServing(subgraph);
    },
  );
});
