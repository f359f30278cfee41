import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ANONYMOUS } from '@township-graph/shared/viewer';
import { type Answer, type LibraryGateway, startLibraryGateway } from '../../testing/library-gateway';
import { sha256Of } from './document-manifest';
import { PersistedDocuments } from './persisted-documents';

const LISTED = 'query Listed($first: Int) { title books(first: $first) { id } }';
const AD_HOC = '{ title }';
const MUTATION = 'mutation Write { addBook(title: "围城") }';
const TOO_DEEP = `{ ${'books { author { '.repeat(13)} name ${'} }'.repeat(13)} }`;
const DATA = { data: { title: '边城', books: [] } };

const directory = mkdtempSync(path.join(tmpdir(), 'township-graph-documents-'));
const gateways: LibraryGateway[] = [];
let files = 0;

function manifest(documents: object): string {
  const file = path.join(directory, `documents-${++files}.json`);
  writeFileSync(file, JSON.stringify(documents));
  return file;
}

async function start(env: Record<string, string> = {}): Promise<LibraryGateway> {
  const gateway = await startLibraryGateway(env);
  gateways.push(gateway);
  return gateway;
}

afterAll(async () => {
  await Promise.all(gateways.map((gateway) => gateway.stop()));
  rmSync(directory, { recursive: true });
});

const post = (gateway: LibraryGateway, payload: object, headers: Record<string, string> = {}) =>
  gateway.send({ method: 'POST', url: '/graphql', payload, headers });
const get = (gateway: LibraryGateway, parameters: Record<string, string>, headers: Record<string, string> = {}) =>
  gateway.send({
    method: 'GET',
    url: `/graphql?${new URLSearchParams(parameters)}`,
    headers: { 'apollo-require-preflight': '1', ...headers },
  });
const byHash = (text: string, query?: string) => ({
  ...(query && { query }),
  extensions: { persistedQuery: { version: 1, sha256Hash: sha256Of(text) } },
});
const READER = { authorization: 'Bearer reader' };

function expectNotListed({ status, body, headers }: Answer): void {
  expect(body.errors).toHaveLength(1);
  expect([status, body.errors[0].extensions]).toEqual([
    400,
    { code: 'OPERATION_REFUSED', reason: 'OPERATION_NOT_LISTED', requestId: headers['x-request-id'] },
  ]);
}

describe('documents that are listed', () => {
  const apollo = {
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: [{ id: 'listed-1', name: 'Listed', type: 'query', body: LISTED }],
  };
  let gateway: LibraryGateway;
  let custom: LibraryGateway;

  beforeAll(async () => {
    const texts = [LISTED, MUTATION, TOO_DEEP, '{ nothing }', '{ __schema { types { name } } }'];
    const file = manifest(Object.fromEntries(texts.map((text, index) => [`${index % 2 ? 'sha256:' : ''}${sha256Of(text)}`, text])));
    gateway = await start({ OPERATION_DOCUMENTS: file, NODE_ENV: 'production', HOST: '127.0.0.1' });
    custom = await start({ OPERATION_DOCUMENTS: manifest(apollo) });
  });

  test.each([
    ['documentId', { documentId: `sha256:${sha256Of(LISTED)}` }],
    ['documentId without a prefix', { documentId: sha256Of(LISTED) }],
    ['Apollo’s hash', byHash(LISTED)],
  ])('are asked for by %s, by POST and by GET', async (_, { extensions, ...reference }: { documentId?: string; extensions?: object }) => {
    const variables = { first: 3 };
    expect((await post(gateway, { ...reference, ...(extensions && { extensions }), variables })).body).toEqual(DATA);
    const parameters = {
      ...reference,
      ...(extensions && { extensions: JSON.stringify(extensions) }),
      variables: JSON.stringify(variables),
    };
    expect((await get(gateway, parameters)).body).toEqual(DATA);
    expect(gateway.calls.every((call) => call.includes('books'))).toBe(true);
  });

  test.each([
    ['documentId', { documentId: 'listed-1' }],
    ['Apollo’s hash, which here is none', { extensions: { persistedQuery: { version: 1, sha256Hash: 'listed-1' } } }],
  ])('are asked for by ids of the build’s own: %s', async (_, reference) => {
    expect((await post(custom, reference)).body).toEqual(DATA);
  });

  test('are asked for in batches', async () => {
    const { body } = await post(gateway, [{ documentId: sha256Of(LISTED) }, { query: AD_HOC }]);
    expect(body).toEqual([DATA, { data: { title: '边城' } }]);
  });

  test('are held to every limit and every right', async () => {
    const reason = async (text: string, rest: object = {}) => {
      const { body } = await post(gateway, { documentId: sha256Of(text), ...rest });
      return body.errors[0].extensions;
    };
    expect(await reason(TOO_DEEP)).toMatchObject({ reason: 'OPERATION_TOO_LARGE', limit: 'depth' });
    expect(await reason(LISTED, { variables: { first: 40_000 } })).toMatchObject({ reason: 'OPERATION_TOO_LARGE', limit: 'cost' });
    expect(await reason('{ nothing }')).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await reason('{ __schema { types { name } } }')).toMatchObject({ code: 'FORBIDDEN' });
    const mutation = await get(gateway, { documentId: sha256Of(MUTATION) });
    expect([mutation.status, mutation.headers.allow]).toEqual([405, 'POST']);
  });

  test('are not there for an id that is not', async () => {
    for (const documentId of [sha256Of('{ other }'), 'sha256:', '', '__proto__', 'constructor', 'x'.repeat(100_000)])
      expectNotListed(await post(gateway, { documentId }));
    expectNotListed(await get(gateway, { documentId: 'toString' }));
  });

  test('give way to a text that is sent along', async () => {
    expect((await post(gateway, { documentId: 'no such', query: AD_HOC })).body).toEqual({ data: { title: '边城' } });
  });

  test('are read again when their list changes', async () => {
    const file = manifest({ first: AD_HOC });
    const reloading = await start({ OPERATION_DOCUMENTS: file, OPERATION_DOCUMENTS_POLL_MS: '5' });
    const isKnown = async (documentId: string) => (await post(reloading, { documentId })).status === 200;
    expect([await isKnown('first'), await isKnown('second')]).toEqual([true, false]);
    writeFileSync(file, JSON.stringify({ second: LISTED }));
    while (!(await isKnown('second'))) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await isKnown('first')).toBe(false);
  });

  test('stay as they were when the new list cannot be used', () => {
    const documents = new PersistedDocuments(true);
    documents.list(JSON.stringify({ first: AD_HOC }));
    expect(() => documents.list('{"second": ')).toThrow();
    expect(() => documents.list(JSON.stringify({ second: LISTED, [sha256Of(LISTED)]: AD_HOC }))).toThrow(/SHA-256/);
    expect(documents.textOf({ documentId: 'first' }, ANONYMOUS)).toBe(AD_HOC);
    expect(() => documents.textOf({ query: LISTED }, ANONYMOUS)).toThrow(expect.objectContaining({ reason: 'OPERATION_NOT_LISTED' }));
  });

  test('stop the start when their list cannot be used', async () => {
    await expect(start({ OPERATION_DOCUMENTS: path.join(directory, 'missing.json') })).rejects.toThrow(/OPERATION_DOCUMENTS/);
    await expect(start({ OPERATION_DOCUMENTS: manifest([]) })).rejects.toThrow(/OPERATION_DOCUMENTS/);
  });
});

describe('as a safelist', () => {
  let gateway: LibraryGateway;

  beforeAll(async () => {
    gateway = await start({ OPERATION_DOCUMENTS: manifest({ [sha256Of(LISTED)]: LISTED }), OPERATION_SAFELIST: 'true' });
  });

  test('the list is answered to everybody, by id and by its very text', async () => {
    for (const payload of [{ documentId: sha256Of(LISTED) }, byHash(LISTED), byHash(LISTED, LISTED), { query: LISTED }])
      expect((await post(gateway, payload)).body).toEqual(DATA);
  });

  test.each([
    ['a text', { query: AD_HOC }],
    ['a text that differs by a space', { query: `${LISTED} ` }],
    ['a text with its hash', byHash(AD_HOC, AD_HOC)],
    ['a hash', byHash(AD_HOC)],
    ['an id', { documentId: sha256Of(AD_HOC) }],
    ['a listed id beside another text', { documentId: sha256Of(LISTED), query: AD_HOC }],
    ['an empty text', { query: '' }],
    ['one operation of a batch', [{ documentId: sha256Of(LISTED) }, { query: AD_HOC }]],
  ])('what is not on it is refused: %s', async (_, payload) => {
    gateway.calls.length = 0;
    expectNotListed(await post(gateway, payload));
    expectNotListed(await post(gateway, payload, { authorization: 'Bearer clerk' }));
    expect(gateway.calls).toEqual([]);
  });

  test('by GET as well', async () => {
    expectNotListed(await get(gateway, { query: AD_HOC }));
    expect((await get(gateway, { query: LISTED })).body).toEqual(DATA);
  });

  test('who may read the schema asks freely, and what they register is for them alone', async () => {
    const freely = { data: { title: '边城' } };
    expect((await post(gateway, { query: AD_HOC }, READER)).body).toEqual(freely);
    expect((await post(gateway, byHash(AD_HOC, AD_HOC), READER)).body).toEqual(freely);
    expect((await post(gateway, byHash(AD_HOC), READER)).body).toEqual(freely);
    expectNotListed(await post(gateway, byHash(AD_HOC)));
  });

  test('needs a list', async () => {
    await expect(start({ OPERATION_SAFELIST: 'true' })).rejects.toThrow(/OPERATION_DOCUMENTS/);
  });
});

describe('automatic persisted queries', () => {
  test('are registered with their text and then asked for by their hash, in Apollo’s own words', async () => {
    const gateway = await start();
    const unknown = await post(gateway, byHash(AD_HOC));
    expect(unknown.status).toBe(200);
    expect(unknown.body.errors).toEqual([
      { message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND', requestId: unknown.headers['x-request-id'] } },
    ]);
    const freely = { data: { title: '边城' } };
    expect((await post(gateway, byHash(AD_HOC, AD_HOC))).body).toEqual(freely);
    expect((await post(gateway, byHash(AD_HOC))).body).toEqual(freely);
    expect((await get(gateway, { extensions: JSON.stringify(byHash(AD_HOC).extensions) })).body).toEqual(freely);
  });

  test('are not registered under another text’s hash, nor when they are refused', async () => {
    const gateway = await start();
    const forged = await post(gateway, byHash(LISTED, AD_HOC));
    expect([forged.status, forged.body.errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect((await post(gateway, byHash(TOO_DEEP, TOO_DEEP))).body.errors[0].extensions.limit).toBe('depth');
    for (const text of [LISTED, AD_HOC, TOO_DEEP])
      expect((await post(gateway, byHash(text))).body.errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  test('are held to the limits that depend on variables, and counted in a batch', async () => {
    const gateway = await start();
    await post(gateway, byHash(LISTED, LISTED));
    const large = await post(gateway, { ...byHash(LISTED), variables: { first: 40_000 } });
    expect(large.body.errors[0].extensions).toMatchObject({ code: 'OPERATION_REFUSED', limit: 'cost' });
    await post(gateway, byHash(MUTATION, MUTATION));
    const batch = await post(gateway, Array(6).fill(byHash(MUTATION)));
    expect(batch.body.errors[0].extensions).toMatchObject({ code: 'OPERATION_REFUSED', limit: 'mutations' });
  });

  test.each([
    ['another version', { persistedQuery: { version: 2, sha256Hash: sha256Of(AD_HOC) } }],
    ['a hash that is no text', { persistedQuery: { version: 1, sha256Hash: {} } }],
    ['no hash', { persistedQuery: true }],
  ])('are refused with %s', async (_, extensions) => {
    const gateway = await start();
    const { body } = await post(gateway, { query: AD_HOC, extensions });
    expect(body.errors[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT', requestId: expect.any(String) });
  });
});
