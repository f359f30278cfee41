import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { composeServices } from '@apollo/composition';
import { createLog } from '@township-graph/shared/log';
import { buildSchema, parse } from 'graphql';
import { supergraphSource } from './supergraph';
import { withoutAccessDirectives } from './supergraph-directives';

const lines: string[] = [];
const log = createLog({ name: 'test', level: 'warn', destination: { write: (line: string) => void lines.push(line) } });
const directory = mkdtempSync(join(tmpdir(), 'supergraph-'));
const path = join(directory, 'supergraph.graphql');

beforeEach(() => {
  lines.length = 0;
});
afterAll(() => rmSync(directory, { recursive: true }));

const SDL = 'type Query { a: Int }';

async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !isTrue(); tries += 1) await pause(10);
  expect(isTrue()).toBe(true);
}

describe('access directives', () => {
  const composed = composeServices([
    {
      name: 'guarded',
      url: 'http://guarded',
      typeDefs: parse(`
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", { name: "@authenticated", as: "@signedIn" }, "@requiresScopes", "@policy", "@tag"])
      type Query { open: Int, "kept" closed: Int @signedIn, things: [Thing] @requiresScopes(scopes: [["a"]]) @tag(name: "kept") }
      type Thing @key(fields: "id") @policy(policies: [["p"]]) { id: ID!, authenticated: Boolean, policy: String }
    `),
    },
  ]).supergraphSdl!;

  test('go with their uses, definitions, links and scalars, whatever they are called; all else stays', () => {
    expect(composed).toMatch(/@signedIn/);
    const { sdl, uses } = withoutAccessDirectives(composed);
    expect(uses).toBe(3);
    expect(sdl).not.toMatch(
      /@signedIn|@authenticated|@requiresScopes|@policy|specs\.apollo\.dev\/(authenticated|requiresScopes|policy)|requiresScopes__|policy__/,
    );
    const schema = buildSchema(sdl);
    expect(Object.keys(schema.getQueryType()!.getFields())).toEqual(['open', 'closed', 'things']);
    expect(sdl).toMatch(/"""kept"""|"kept"/);
    expect(sdl).toMatch(/authenticated: Boolean/);
    expect(sdl).toMatch(/@tag\(name: "kept"\)/);
    expect(sdl).toMatch(/@join__type/);
  });

  test('leave a supergraph without them as it was, byte for byte', () => {
    const plain = composeServices([{ name: 'plain', url: 'http://plain', typeDefs: parse(SDL) }]).supergraphSdl!;
    expect(withoutAccessDirectives(plain)).toEqual({ sdl: plain, uses: 0 });
  });

  test('that are dropped are told, since nobody but the subgraphs enforces them', async () => {
    await supergraphSource({ from: composed, pollMs: 0, log }).load();
    expect(lines.join()).toMatch(/not enforce/);
  });
});

test('SDL given as text is used as it is', async () => {
  expect(await supergraphSource({ from: SDL, pollMs: 10, log }).load()).toBe(SDL);
});

test('a file that is not there stops the start', async () => {
  await expect(supergraphSource({ from: join(directory, 'none.graphql'), pollMs: 10, log }).load()).rejects.toThrow(/ENOENT/);
});

test('a changed file is handed on once, an untouched or merely touched one is not', async () => {
  writeFileSync(path, SDL);
  const source = supergraphSource({ from: path, pollMs: 5, log });
  expect(await source.load()).toBe(SDL);
  const seen: string[] = [];
  const stop = source.watch((sdl) => void seen.push(sdl));
  await pause(40);
  writeFileSync(path, SDL);
  await pause(40);
  expect(seen).toEqual([]);
  writeFileSync(path, 'type Query { b: Int }');
  await until(() => seen.length > 0);
  await pause(40);
  expect(seen).toEqual(['type Query { b: Int }']);
  stop();
  writeFileSync(path, SDL);
  await pause(40);
  expect(seen).toHaveLength(1);
});

test('a broken file is refused once and logged; the next good one is taken', async () => {
  writeFileSync(path, SDL);
  const source = supergraphSource({ from: path, pollMs: 5, log });
  await source.load();
  const seen: string[] = [];
  const stop = source.watch((sdl) => void seen.push(sdl));
  writeFileSync(path, 'type Query {');
  await until(() => lines.length > 0);
  await pause(40);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/old one keeps serving/);
  writeFileSync(path, 'type Query { good: Int }');
  await until(() => seen.length > 0);
  expect(seen).toEqual(['type Query { good: Int }']);
  stop();
});

test('a URL is asked with the tag it gave, and an answer that it is down is survived', async () => {
  let text = SDL;
  let status = 200;
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers['if-none-match']);
    const tag = `"${text.length}"`;
    if (status !== 200) response.writeHead(status).end('down');
    else if (request.headers['if-none-match'] === tag) response.writeHead(304).end();
    else response.setHeader('etag', tag).end(text);
  }).listen(0);
  const from = `http://127.0.0.1:${(server.address() as AddressInfo).port}/supergraph`;
  const source = supergraphSource({ from, pollMs: 5, log });
  expect(await source.load()).toBe(SDL);
  const seen: string[] = [];
  const stop = source.watch((sdl) => void seen.push(sdl));
  await until(() => asked.length > 2);
  expect(asked.slice(0, 2)).toEqual([undefined, `"${SDL.length}"`]);
  expect(seen).toEqual([]);
  status = 503;
  await until(() => lines.length > 0);
  status = 200;
  text = 'type Query { bb: Int }';
  await until(() => seen.length > 0);
  expect(seen).toEqual([text]);
  stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
