import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { composeServices } from '@apollo/composition';
import { freePort } from '@township-graph/shared/testing/free-port';
import { type FieldNode, type OperationDefinitionNode, parse } from 'graphql';
import { GatewayProcess } from '../../testing/gateway-process';

const directory = mkdtempSync(path.join(tmpdir(), 'workers-'));
const supergraph = path.join(directory, 'supergraph.graphql');
const started: GatewayProcess[] = [];
/** Lets go those who have asked for `slow`. */
const held: (() => void)[] = [];
let subgraph: Server;

/** Answers every field with 1; `slow` when the test lets it. */
async function startSubgraph(): Promise<Server> {
  const server = createServer(async (request, response) => {
    const { query } = (await json(request)) as { query: string };
    if (query.includes('slow')) await new Promise<void>((resolve) => held.push(resolve));
    const data = Object.fromEntries(fieldsOf(query).map((field) => [field, 1]));
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ data }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** As the client will find them in the answer. */
function fieldsOf(query: string): string[] {
  const [operation] = parse(query).definitions as OperationDefinitionNode[];
  return (operation!.selectionSet.selections as FieldNode[]).map(({ name, alias }) => (alias ?? name).value);
}

beforeAll(async () => {
  subgraph = await startSubgraph();
  const url = `http://127.0.0.1:${(subgraph.address() as AddressInfo).port}/graphql`;
  const { supergraphSdl } = composeServices([{ name: 'clock', url, typeDefs: parse('type Query { now: Int slow: Int }') }]);
  writeFileSync(supergraph, supergraphSdl!);
});

afterEach(async () => {
  for (const gateway of started.splice(0)) if (gateway.child.exitCode === null) await gateway.stop('SIGKILL');
});

afterAll(() => {
  subgraph.closeAllConnections();
  subgraph.close();
  rmSync(directory, { recursive: true });
});

async function start(env: NodeJS.ProcessEnv = {}): Promise<GatewayProcess> {
  const gateway = new GatewayProcess(await freePort(), { SUPERGRAPH: supergraph, WORKERS: '2', ...env });
  started.push(gateway);
  return gateway;
}

async function startReady(env?: NodeJS.ProcessEnv): Promise<GatewayProcess> {
  const gateway = await start(env);
  await gateway.ready();
  return gateway;
}

function workersOf({ child: { pid } }: GatewayProcess): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
}

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 20));
}

function operationsIn(page: string): number {
  const lines = page.match(/^graphql_operation_duration_seconds_count\{.*\} (\d+)$/gm) ?? [];
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

/** Until both have been asked: which of them is next, the primary decides. */
async function askBoth(gateway: GatewayProcess): Promise<number> {
  const asked = await Promise.all(Array.from({ length: 20 }, () => gateway.ask({ query: '{ now }' })));
  expect(asked).toEqual(asked.map(() => ({ data: { now: 1 } })));
  return asked.length;
}

test('whichever worker is asked, its metrics are those of all', async () => {
  const gateway = await startReady();
  const asked = await askBoth(gateway);
  const pages = await Promise.all(Array.from({ length: 6 }, () => gateway.get('/metrics')));
  expect(pages.map(({ text }) => operationsIn(text))).toEqual(pages.map(() => asked));
  expect(pages[0]!.text).toMatch(/^graphql_subgraph_circuit\{subgraph="clock"\} 0$/m);
  expect(pages[0]!.text).toMatch(/^graphql_requests_running 0$/m);
});

test('a worker that dies is replaced, and what it had counted does not go with it', async () => {
  const gateway = await startReady();
  const asked = await askBoth(gateway);
  await gateway.get('/metrics');
  const before = workersOf(gateway);
  process.kill(before[0]!, 'SIGKILL');
  await until(() => !workersOf(gateway).includes(before[0]!));
  expect(operationsIn((await gateway.get('/metrics')).text)).toBe(asked);
  await until(() => workersOf(gateway).length === 2);
  expect(workersOf(gateway)).toContain(before[1]);
  expect(operationsIn((await gateway.get('/metrics')).text)).toBe(asked);
  await askBoth(gateway);
  expect(await gateway.stop()).toBe(0);
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s lets every worker finish what it has in flight, and all end with 0', async (signal) => {
  const gateway = await startReady();
  // Each its own text: those that are alike would be asked for once.
  const answers = Array.from({ length: 8 }, (_, number) => gateway.ask({ query: `{ slow${number}: slow }` }));
  await until(() => held.length === 8);
  const workers = workersOf(gateway);
  const ended = gateway.stop(signal);
  // Whoever signals the whole group, as a terminal or an init system does, signals the workers too.
  for (const pid of workers) process.kill(pid, signal);
  await until(async () => (await gateway.get('/ready').catch(() => ({ status: 0 }))).status !== 200);
  for (const letGo of held.splice(0)) letGo();
  expect(await Promise.all(answers)).toEqual(answers.map((_, number) => ({ data: { [`slow${number}`]: 1 } })));
  expect(await ended).toBe(0);
});

test('workers do not outlive a primary that is killed', async () => {
  const gateway = await startReady();
  const workers = workersOf(gateway);
  await gateway.stop('SIGKILL');
  await until(() => workers.every((pid) => !isAlive(pid)));
});

test('workers that cannot start end the whole, which says once why', async () => {
  const gateway = await start({ JWKS_FILE: path.join(directory, 'none.json'), TOKEN_ISSUER: 'issuer' });
  const complaint = await gateway.complaint;
  expect(complaint.match(/JWKS_FILE|none\.json/g)).not.toBeNull();
  expect(complaint.match(/ENOENT/g)).toHaveLength(1);
  expect(await gateway.ended).toBe(1);
});

test('a port that is taken ends the whole', async () => {
  const first = await startReady();
  const second = new GatewayProcess(Number(new URL(first.url).port), { SUPERGRAPH: supergraph, WORKERS: '2' });
  started.push(second);
  expect(await second.complaint).toMatch(/EADDRINUSE/);
});

test('one that cannot start any more is tried again with pauses, while the other serves', async () => {
  const file = path.join(directory, 'once.graphql');
  writeFileSync(file, readFileSync(supergraph));
  const gateway = await startReady({ SUPERGRAPH: file, SUPERGRAPH_POLL_MS: '0' });
  writeFileSync(file, 'type Query {');
  const [first] = workersOf(gateway);
  process.kill(first!, 'SIGKILL');
  await until(() => !workersOf(gateway).includes(first!));
  const seen = new Set<number>();
  await until(() => {
    for (const pid of workersOf(gateway)) seen.add(pid);
    return seen.size >= 3 && workersOf(gateway).length === 1;
  });
  await askBoth(gateway);
  writeFileSync(file, readFileSync(supergraph));
  await until(async () => workersOf(gateway).length === 2 && /^graphql_requests_queued/m.test((await gateway.get('/metrics')).text));
  expect(await gateway.stop()).toBe(0);
  // Without pauses it would have been tried dozens of times.
  expect(seen.size).toBeLessThan(8);
});

test('a text that one worker has registered is asked for by its hash at any: it is answered, or its client sends it once more', async () => {
  const gateway = await startReady();
  const query = '{ first: now second: now }';
  const extensions = { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } };
  let missed = 0;
  for (let turn = 0; turn < 12; turn += 1) {
    let answer = await gateway.ask({ extensions });
    if (answer.errors) {
      expect(answer.errors).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]);
      missed += 1;
      // Over another connection, and so perhaps to the other worker.
      answer = await gateway.ask({ query, extensions });
    }
    expect(Object.keys(answer.data)).toEqual(['first', 'second']);
  }
  expect(missed).toBeGreaterThan(0);
});

function isAlive(pid: number): boolean {
  try {
    // A process that has ended and that nobody has asked after yet is no more.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
