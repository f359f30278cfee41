import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { composeServices } from '@apollo/composition';
import { createLog } from '@township-graph/shared/log';
import { ANONYMOUS } from '@township-graph/shared/viewer';
import { parse } from 'graphql';
import { startLibraryGateway } from '../testing/library-gateway';
import { LoadedSupergraph } from './execution/loaded-supergraph';
import { sha256Of } from './guard/document-manifest';
import { DEFAULT_LIMITS } from './guard/limits';
import { OperationGuard } from './guard/operation-guard';
import { PersistedDocuments } from './guard/persisted-documents';
import { WarmUp } from './warm-up';

const SDL = 'type Query { title: String book(id: ID!): Book } type Mutation { lend: Int } type Book { title: String pages: Int }';

const lines: string[] = [];
const log = createLog({ name: 'test', level: 'warn', destination: { write: (line: string) => void lines.push(line) } });
const never = new AbortController().signal;

function supergraphOf(sdl = SDL): LoadedSupergraph {
  const { supergraphSdl } = composeServices([{ name: 'library', url: 'http://library', typeDefs: parse(sdl) }]);
  return new LoadedSupergraph(supergraphSdl!, {
    planner: 'apollo',
    transportTo: () => ({ send: () => Promise.reject() }),
    longestCallMs: 10_000,
    log,
  });
}

/** The documents, warmed for a supergraph. */
async function warmed(texts: readonly string[], { supergraph = supergraphOf(), isServing = false, signal = never } = {}) {
  const documents = new PersistedDocuments(false);
  documents.list(JSON.stringify(Object.fromEntries(texts.map((text) => [sha256Of(text), text]))));
  const operations = new OperationGuard({ limits: DEFAULT_LIMITS, production: true, documents, model: () => null });
  await new WarmUp({ listed: () => documents.texts, operations, log }).of(supergraph, { isServing, signal });
  const ask = (text: string, variables = {}) => operations.admit([{ query: text, variables, putText: () => {} }], ANONYMOUS);
  return { supergraph, ask };
}

beforeEach(() => {
  lines.length = 0;
});

describe.each([true, false])('persisted documents, while requests are served: %s', (isServing) => {
  test('are compiled, by name and without, and are not new to who asks for them first', async () => {
    const text = 'query Title { title }';
    const { supergraph, ask } = await warmed([text], { isServing });
    expect(supergraph.compiledBefore(text, 'Title')).toBeDefined();
    expect(supergraph.compiledBefore(text, undefined)).toBe(supergraph.compiledBefore(text, 'Title'));
    expect(ask(text)).toEqual({ points: 1, isNew: false });
    expect(ask('query Other { title }').isNew).toBe(true);
  });

  test('are planned for whatever their conditions will be', async () => {
    const text = 'query ($a: Boolean!, $b: Boolean = true) { title @include(if: $a) book(id: 1) @skip(if: $b) { title } }';
    const { ask } = await warmed([text], { isServing });
    for (const variables of [{}, { a: true }, { a: false }, { a: true, b: false }, { b: true }])
      expect([variables, ask(text, variables).isNew]).toEqual([variables, false]);
  });
});

test('with many conditions they are planned as they are asked for', async () => {
  const text = 'query ($a: Boolean!, $b: Boolean!, $c: Boolean!) { title @include(if: $a) @skip(if: $b) other: title @skip(if: $c) }';
  const { supergraph, ask } = await warmed([text]);
  expect(supergraph.compiledBefore(text, undefined)).toBeDefined();
  expect(ask(text, { a: true, b: false, c: true }).isNew).toBe(true);
});

test('each operation of a document is compiled, by its name alone', async () => {
  const text = 'query A { title } mutation B { lend }';
  const { supergraph } = await warmed([text]);
  expect([supergraph.compiledBefore(text, 'A')?.kind, supergraph.compiledBefore(text, 'B')?.kind]).toEqual(['query', 'mutation']);
  expect(supergraph.compiledBefore(text, undefined)).toBeUndefined();
});

test('what does not fit the schema, does not parse or is too large is told by its hash, left out, and keeps nothing else back', async () => {
  const bomb = `{ ...A0 } ${Array.from({ length: 30 }, (_, n) => `fragment A${n} on Query { ...A${n + 1} ...A${n + 1} }`).join(' ')} fragment A30 on Query { title }`;
  const wrong = ['{ nothing }', '{ title', bomb];
  const good = '{ title }';
  const { supergraph, ask } = await warmed([...wrong, good]);
  expect(lines.map((line) => JSON.parse(line).sha256)).toEqual(wrong.map(sha256Of));
  expect(wrong.map((text) => supergraph.compiledBefore(text, undefined))).toEqual([undefined, undefined, undefined]);
  expect(ask('{ nothing }').isNew).toBe(true);
  expect(ask(good).isNew).toBe(false);
});

test('no more are compiled than stay compiled, those first that are listed first', async () => {
  const texts = Array.from({ length: 400 }, (_, n) => `# ${'x'.repeat(1000)}\n{ t${n}: title }`);
  const { supergraph, ask } = await warmed(texts);
  expect(supergraph.compiledBefore(texts[0]!, undefined)).toBeDefined();
  expect(ask(texts[0]!).isNew).toBe(false);
  expect(supergraph.compiledBefore(texts.at(-1)!, undefined)).toBeUndefined();
});

test('a supergraph that will not be used is not warmed any more', async () => {
  const { supergraph } = await warmed(['{ title }'], { signal: AbortSignal.abort() });
  expect(supergraph.compiledBefore('{ title }', undefined)).toBeUndefined();
});

test('a gateway that is ready has compiled them: the first to ask pays for the answer alone', async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'warm-up-'));
  const text = `{ ${Array.from({ length: 20 }, (_, n) => `t${n}: title`).join(' ')} }`;
  const file = path.join(directory, 'documents.json');
  writeFileSync(file, JSON.stringify({ [`sha256:${sha256Of(text)}`]: text }));
  const gateway = await startLibraryGateway({ OPERATION_DOCUMENTS: file, RATE_LIMIT_ANONYMOUS_POINTS: '100' });
  try {
    const byId = { method: 'POST' as const, url: '/graphql', payload: { documentId: `sha256:${sha256Of(text)}` } };
    const byHash = { ...byId, payload: { extensions: { persistedQuery: { version: 1, sha256Hash: sha256Of(text) } } } };
    for (const request of [byId, byHash, byId]) expect((await gateway.send(request)).status).toBe(200);
    // The same, had it been new: more than its asker may spend.
    await gateway.ask(text.replace('t0', 'other'));
    expect((await gateway.ask('{ title }')).status).toBe(429);
  } finally {
    await gateway.stop();
    rmSync(directory, { recursive: true });
  }
});
