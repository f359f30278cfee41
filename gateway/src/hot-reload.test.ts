import { once } from 'node:events';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { composeServices } from '@apollo/composition';
import { createLog } from '@township-graph/shared/log';
import { ANONYMOUS } from '@township-graph/shared/viewer';
import { parse } from 'graphql';
import { request } from 'undici';
import { testConfig } from '../testing/test-config';
import { createGateway } from './gateway';
import { sha256Of } from './guard/document-manifest';
import type { SupergraphSource } from './supergraph';

const NAMES = ['red', 'blue'] as const;
type Name = (typeof NAMES)[number];

const SWAPS = 12;
const CLIENTS = 4;

const directory = mkdtempSync(path.join(tmpdir(), 'hot-reload-'));
const servers: Server[] = [];
const supergraphs = {} as Record<Name, string>;

/** A subgraph that answers everything with its own name. */
async function serve(name: Name): Promise<string> {
  const server = createServer(async (incoming, response) => {
    const { query } = (await json(incoming)) as { query: string };
    const fields = [...query.matchAll(/(\w+)\s*:\s*name|\b(name)\b/g)].map(([, alias, field]) => alias ?? field!);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ data: Object.fromEntries(fields.map((field) => [field, name])) }));
  });
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

/** The two differ in where their subgraph is and in what it can be asked besides. */
beforeAll(async () => {
  for (const name of NAMES) {
    const typeDefs = parse(`type Query { name: String ${name}: String }`);
    supergraphs[name] = composeServices([{ name: 'colours', url: await serve(name), typeDefs }]).supergraphSdl!;
  }
});

afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  rmSync(directory, { recursive: true });
});

/** A way to put another supergraph into use. */
interface Swapping {
  readonly supergraph: string | SupergraphSource;
  swap(name: Name): void;
}

function byFile(): Swapping {
  const file = path.join(directory, 'supergraph.graphql');
  writeFileSync(file, supergraphs.red);
  return {
    supergraph: file,
    swap(name) {
      writeFileSync(`${file}.new`, supergraphs[name]);
      renameSync(`${file}.new`, file);
    },
  };
}

function bySource(): Swapping {
  let change: (sdl: string) => void = () => {};
  const watch = (onChange: typeof change) => {
    change = onChange;
    return () => {};
  };
  return { supergraph: { load: async () => supergraphs.red, watch }, swap: (name) => change(supergraphs[name]) };
}

const KNOWN = 'query Known { name }';
const LISTED = '{ listed: name }';

type Asking = (url: string, turn: number) => ReturnType<typeof request>;

const post = (url: string, body: object, headers: Record<string, string> = {}) =>
  request(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });

/** Down both lanes, with texts that are known and texts that nobody has sent before. */
const ASKING: Readonly<Record<string, Asking>> = {
  'a known text': (url) => post(url, { query: KNOWN }),
  'a new text each time': (url, turn) => post(url, { query: `{ n${turn}: name }` }),
  'a listed document': (url) => post(url, { documentId: `sha256:${sha256Of(LISTED)}` }),
  'a known text, by Apollo Server': (url) => post(url, { query: KNOWN }, { accept: 'application/json;q=0.9' }),
  'a new text each time, by Apollo Server': (url, turn) => post(url, { query: `{ n${turn}: name }` }, { accept: 'application/json;q=0.9' }),
  'by GET': (url) => request(`${url}/graphql?query=${encodeURIComponent(KNOWN)}`, { headers: { 'apollo-require-preflight': '1' } }),
};

describe.each([
  ['a file', byFile],
  ['a source', bySource],
])('the supergraph is swapped %s', (_, swapping) => {
  test(`${SWAPS} times while clients keep asking: no request fails, and each is answered by one of the two`, async () => {
    const { supergraph, swap } = swapping();
    const documents = path.join(directory, 'documents.json');
    const onlyOfBlue = '{ blue }';
    writeFileSync(documents, JSON.stringify(Object.fromEntries([LISTED, onlyOfBlue].map((text) => [sha256Of(text), text]))));
    const config = testConfig({
      SUPERGRAPH_POLL_MS: '5',
      OPERATION_DOCUMENTS: documents,
      RATE_LIMIT_ANONYMOUS_POINTS: '0',
    });
    const gateway = await createGateway({
      supergraph,
      config,
      authentication: { viewerOf: async () => ANONYMOUS },
      log: createLog({ name: 'test' }),
    });
    const url = await gateway.listen();
    const answered = Object.fromEntries(Object.keys(ASKING).map((way) => [way, new Set<string>()]));
    const failures: unknown[] = [];
    let isOver = false;
    let turn = 0;

    const client = async (way: string): Promise<void> => {
      while (!isOver) {
        turn += 1;
        const { statusCode, body } = await ASKING[way]!(url, turn);
        const { data, errors } = (await body.json()) as { data?: Record<string, string>; errors?: unknown };
        const [answer, ...more] = Object.values(data ?? {});
        if (statusCode !== 200 || errors || more.length > 0 || !NAMES.includes(answer as Name))
          failures.push({ way, statusCode, errors, data });
        else answered[way]!.add(answer!);
      }
    };
    const inUse = async (name: Name) => {
      for (let found: unknown = null; found !== name; ) {
        const { body } = await ASKING['a known text']!(url, 0);
        found = ((await body.json()) as { data?: { name: string } }).data?.name;
      }
    };

    const clients = Object.keys(ASKING).flatMap((way) => Array.from({ length: CLIENTS }, () => client(way)));
    try {
      for (let swaps = 1; swaps <= SWAPS; swaps += 1) {
        const name = NAMES[swaps % 2]!;
        swap(name);
        await inUse(name);
      }
      isOver = true;
      await Promise.all(clients);
    } finally {
      isOver = true;
      await gateway.stop();
    }
    expect(failures).toEqual([]);
    for (const [way, names] of Object.entries(answered)) expect([way, [...names].sort()]).toEqual([way, ['blue', 'red']]);
  });
});
