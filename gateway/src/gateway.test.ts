import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { RequestContext } from '@township-graph/shared/context';
import { DomainError, formatError } from '@township-graph/shared/errors';
import { createLog } from '@township-graph/shared/log';
import type { SubgraphExecutor } from '@township-graph/shared/subgraph-call';
import { ANONYMOUS, type Viewer } from '@township-graph/shared/viewer';
import type { InjectOptions } from 'fastify';
import { type ExecutionResult, GraphQLError, type GraphQLSchema, getIntrospectionQuery, graphql, parse } from 'graphql';
import { testConfig } from '../testing/test-config';
import type { Authentication } from './authentication/authentication';
import { createGateway, type Gateway, type GatewayOptions } from './gateway';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires"])';

const BOOKS_SDL = `${LINK}
  type Query { books: [Book!] book(id: ID!): Book broken: Int refused: Int unreadable: Int needs(size: Int!): Int slow: Int hangs: Int me: String }
  type Mutation { addBook(title: String!): Book burnBook: Int }
  type Book @key(fields: "id") { id: ID! title: String pages: Int }`;

const REVIEWS_SDL = `${LINK}
  type Query { latestReview: String }
  type Book @key(fields: "id") { id: ID! pages: Int @external reviews: [Review!] thickness: String @requires(fields: "pages") strictScore: Int! }
  type Review { text: String }`;

const BOOKS = [
  { __typename: 'Book', id: '1', title: '红楼梦', pages: 900 },
  { __typename: 'Book', id: '2', title: '边城', pages: 120 },
];

/** Ends the wait for `slow`, once it is asked for. */
let finishSlow: (() => void) | undefined;

const books = buildSubgraphSchema({
  typeDefs: parse(BOOKS_SDL),
  resolvers: {
    Query: {
      books: () => BOOKS,
      book: (_: unknown, { id }: { id: string }) => BOOKS.find((book) => book.id === id) ?? null,
      broken: () => {
        throw new Error('SELECT * FROM books at db.internal:3306');
      },
      refused: () => {
        throw new DomainError('CONFLICT', 'BOOK_LENT', { zh: '图书已借出', en: 'The book is lent' }, { until: '2026-12-01' });
      },
      unreadable: () => {
        throw new GraphQLError('at /srv/books.js:1', { extensions: { code: 'SOME_DRIVER_ERROR', stacktrace: ['at db.internal'] } });
      },
      hangs: () => new Promise(() => {}),
      slow: () =>
        new Promise((resolve) => {
          finishSlow = () => resolve(1);
        }),
      me: (_: unknown, __: unknown, { viewer, purpose, locale }: RequestContext) => JSON.stringify({ viewer, purpose, locale }),
    },
    Mutation: { addBook: (_: unknown, { title }: { title: string }) => ({ id: '3', title }), burnBook: () => new Promise(() => {}) },
    Book: { __resolveReference: ({ id }: { id: string }) => BOOKS.find((book) => book.id === id) ?? null },
  } as never,
});

const reviews = buildSubgraphSchema({
  typeDefs: parse(REVIEWS_SDL),
  resolvers: {
    Query: { latestReview: () => '好' },
    Book: {
      __resolveReference: (reference: object) => reference,
      reviews: ({ id }: { id: string }) => [{ text: `review of ${id}` }],
      thickness: ({ pages }: { pages: number }) => (pages > 500 ? 'thick' : 'thin'),
      strictScore: () => 5,
    },
  },
});

/** Answers as our subgraphs do: errors formatted, masked and in the viewer's language. */
const executorOf =
  (schema: GraphQLSchema): SubgraphExecutor =>
  async ({ query, operationName, variables, context }) => {
    const result = await graphql({ schema, source: query, operationName, variableValues: variables, contextValue: context });
    const errors = result.errors?.map((error) => formatError(error, context.locale, context.requestId, () => {}) as GraphQLError);
    return { data: result.data, ...(errors && { errors }) };
  };

/** Answers as someone else's server does: graphql-js' own errors, and some more than it should tell. */
async function serve(schema: GraphQLSchema): Promise<{ server: Server; url: string }> {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { query, operationName, variables } = JSON.parse(body);
    const result: ExecutionResult = await graphql({ schema, source: query, operationName, variableValues: variables, contextValue: {} });
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ ...result, extensions: { host: 'db.internal' } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` };
}

function compose(booksUrl: string, reviewsUrl: string, booksSdl = BOOKS_SDL): string {
  const { supergraphSdl, errors } = composeServices([
    { name: 'library-books', url: booksUrl, typeDefs: parse(booksSdl) },
    { name: 'library-reviews', url: reviewsUrl, typeDefs: parse(REVIEWS_SDL) },
  ]);
  if (!supergraphSdl) throw new Error(JSON.stringify(errors));
  return supergraphSdl;
}

const NOWHERE = 'http://127.0.0.1:1/graphql';
const VIEWER: Viewer = { subject: 'u-1', name: null, organization: null, divisions: [{ code: '410225' }], scopes: [] };
/** "Bearer good" is a viewer; everything else is refused. */
const authentication: Authentication = {
  async viewerOf(authorization) {
    if (authorization === undefined) return ANONYMOUS;
    if (authorization === 'Bearer good') return VIEWER;
    if (authorization === 'Bearer reader') return { ...VIEWER, scopes: ['schema:read'] };
    throw new DomainError('UNAUTHENTICATED', 'TOKEN_EXPIRED', { zh: '访问令牌已过期', en: 'The access token has expired' });
  },
};

const log = createLog({ name: 'test' });
const gateways: Gateway[] = [];
const servers: Server[] = [];

async function start(
  options: Partial<GatewayOptions> & Pick<GatewayOptions, 'supergraph'>,
  env: Record<string, string> = {},
): Promise<Gateway> {
  const gateway = await createGateway({
    authentication,
    config: testConfig({ SUBGRAPH_TIMEOUT_MS: '1000', ...env }),
    log,
    ...options,
  });
  gateways.push(gateway);
  return gateway;
}

interface Answer {
  status: number;
  headers: Record<string, unknown>;
  text: string;
  data: Record<string, unknown> | null | undefined;
  errors: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
}

async function inject(gateway: Gateway, request: InjectOptions): Promise<Answer> {
  const { statusCode, headers, body } = await gateway.app.inject(request);
  const { data, errors = [] } = JSON.parse(body);
  return { status: statusCode, headers, text: body, data, errors };
}

const ask = (gateway: Gateway, query: string, headers: Record<string, string> = {}, rest: object = {}) =>
  inject(gateway, { method: 'POST', url: '/graphql', headers, payload: { query, ...rest } });

/** What must never reach a client: names of subgraphs, addresses, stacks, SQL. */
const LEAKS = /library-|db\.internal|127\.0\.0\.1|ECONN|SELECT|serviceName|stacktrace|\.js:|\bat \//;

let overHttp: Gateway;
let inProcess: Gateway;
/** Its reviews are down. */
let half: Gateway;

beforeAll(async () => {
  const [booksServer, reviewsServer] = [await serve(books), await serve(reviews)];
  servers.push(booksServer.server, reviewsServer.server);
  overHttp = await start({ supergraph: compose(booksServer.url, reviewsServer.url) });
  inProcess = await start({
    supergraph: compose('', ''),
    transports: { 'library-books': executorOf(books), 'library-reviews': executorOf(reviews) },
  });
  half = await start({ supergraph: compose(booksServer.url, NOWHERE) });
});

afterAll(async () => {
  await Promise.all(gateways.map((gateway) => gateway.stop()));
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

describe.each([
  ['over HTTP, as someone else’s subgraphs', () => overHttp],
  ['in process', () => inProcess],
])('%s', (_, gateway) => {
  test('fields of two subgraphs join, with what one requires of the other', async () => {
    const { data, errors, status } = await ask(gateway(), '{ books { title thickness reviews { text } } latestReview }');
    expect(errors).toEqual([]);
    expect(status).toBe(200);
    expect(data).toEqual({
      books: [
        { title: '红楼梦', thickness: 'thick', reviews: [{ text: 'review of 1' }] },
        { title: '边城', thickness: 'thin', reviews: [{ text: 'review of 2' }] },
      ],
      latestReview: '好',
    });
  });

  test('mutations and variables work', async () => {
    const answer = await ask(
      gateway(),
      'mutation ($title: String!) { addBook(title: $title) { id title reviews { text } } }',
      {},
      { variables: { title: '围城' } },
    );
    expect(answer.data).toEqual({ addBook: { id: '3', title: '围城', reviews: [{ text: 'review of 3' }] } });
  });

  test('what a resolver throws is masked, beside the data that is there', async () => {
    const answer = await ask(gateway(), '{ broken unreadable latestReview }', { 'accept-language': 'en' });
    expect(answer.data).toEqual({ broken: null, unreadable: null, latestReview: '好' });
    expect(answer.errors).toHaveLength(2);
    for (const error of answer.errors) {
      expect(error.extensions).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', requestId: answer.headers['x-request-id'] });
    }
    expect(answer.errors.map(({ path }) => path)).toEqual(expect.arrayContaining([['broken'], ['unreadable']]));
    expect(answer.text).not.toMatch(LEAKS);
  });

  test('a call that takes too long is answered without that field', async () => {
    const answer = await ask(gateway(), '{ hangs latestReview }');
    expect(answer.data).toEqual({ hangs: null, latestReview: '好' });
    expect(answer.errors).toMatchObject([{ path: ['hangs'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', reason: 'SUBGRAPH_TIMED_OUT' } }]);
  });

  test('a mutation without an answer is not called a failure: its result is unknown', async () => {
    const answer = await ask(gateway(), 'mutation { burnBook }', { 'accept-language': 'en' });
    expect(answer.errors).toMatchObject([{ path: ['burnBook'], extensions: { code: 'RESULT_UNKNOWN', reason: 'RESULT_UNKNOWN' } }]);
    expect(answer.errors[0]!.message).toMatch(/may have taken effect/);
  });
});

test('a refusal keeps its code, reason, details and language', async () => {
  const answer = await ask(inProcess, '{ refused }');
  expect(answer.errors).toMatchObject([
    { message: '图书已借出', path: ['refused'], extensions: { code: 'CONFLICT', reason: 'BOOK_LENT', until: '2026-12-01' } },
  ]);
  expect((await ask(inProcess, '{ refused }', { 'accept-language': 'en-GB' })).errors[0]!.message).toBe('The book is lent');
  expect(answer.text).not.toMatch(LEAKS);
});

test('the subgraph learns who asks, why and in which language', async () => {
  const headers = { authorization: 'Bearer good', 'x-purpose': encodeURIComponent('核对办件材料'), 'accept-language': 'en' };
  const { data } = await ask(inProcess, '{ me }', headers);
  expect(JSON.parse(String(data!.me))).toEqual({ viewer: VIEWER, purpose: '核对办件材料', locale: 'en' });
});

describe('with a subgraph down', () => {
  test('the rest is answered, and each missing field has a coded error at its path', async () => {
    const answer = await ask(half, '{ latestReview books { title reviews { text } r2: thickness } }');
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({
      latestReview: null,
      books: [
        { title: '红楼梦', reviews: null, r2: null },
        { title: '边城', reviews: null, r2: null },
      ],
    });
    const paths = answer.errors.map(({ path }) => JSON.stringify(path)).sort();
    expect(paths).toEqual(['["books",0,"r2"]', '["books",0,"reviews"]', '["books",1,"r2"]', '["books",1,"reviews"]', '["latestReview"]']);
    for (const error of answer.errors) {
      expect(error.extensions).toEqual({
        code: 'SUBGRAPH_UNAVAILABLE',
        reason: 'SUBGRAPH_UNREACHABLE',
        requestId: answer.headers['x-request-id'],
      });
      expect(error.message).toBe('部分数据暂时不可用，请稍后重试');
    }
    expect(answer.text).not.toMatch(LEAKS);
  });

  test('a mutation that was never sent is plainly unavailable', async () => {
    const gateway = await start({ supergraph: compose(NOWHERE, NOWHERE) });
    const { data, errors } = await ask(gateway, 'mutation { addBook(title: "a") { id } }');
    expect(data).toEqual({ addBook: null });
    expect(errors).toMatchObject([{ path: ['addBook'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
  });

  test('readiness counts what is reachable and names nothing', async () => {
    const { statusCode, body } = await half.app.inject('/ready');
    expect([statusCode, JSON.parse(body)]).toEqual([200, { status: 'ready', subgraphs: { total: 2, reachable: 1 } }]);
    expect((await half.app.inject('/health')).json()).toEqual({ status: 'ok' });
  });
});

describe('GraphQL over HTTP', () => {
  const url = `/graphql?query=${encodeURIComponent('query ($id: ID!) { book(id: $id) { title } }')}&variables=${encodeURIComponent('{"id":"2"}')}`;
  const preflighted = { 'x-apollo-operation-name': 'any' };

  test.each(['application/json', 'application/graphql-response+json'])('answers POST and GET as %s', async (accept) => {
    const post = await ask(inProcess, '{ latestReview }', { accept });
    const get = await inject(inProcess, { method: 'GET', url, headers: { accept, ...preflighted } });
    expect([post.data, get.data]).toEqual([{ latestReview: '好' }, { book: { title: '边城' } }]);
    expect(post.headers['content-type']).toContain(accept);
    expect(get.headers['content-type']).toContain(accept);
    expect(post.headers['cache-control']).toBe('no-store');
  });

  test('refuses a mutation by GET', async () => {
    const answer = await inject(inProcess, {
      method: 'GET',
      url: `/graphql?query=${encodeURIComponent('mutation { burnBook }')}`,
      headers: preflighted,
    });
    expect(answer.status).toBe(405);
    expect(answer.errors[0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', requestId: answer.headers['x-request-id'] });
  });

  const simple = { 'content-type': 'text/plain' };
  test.each([
    ['a request that another site’s page could send (GET)', 400, { method: 'GET', url }],
    [
      'a request that another site’s page could send (POST)',
      400,
      { method: 'POST', url: '/graphql', headers: simple, payload: '{"query":"{ latestReview }"}' },
    ],
    [
      'a body that is not JSON',
      400,
      { method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json' }, payload: '{"query":' },
    ],
    ['a body without a query', 400, { method: 'POST', url: '/graphql', payload: { operationName: 'A' } }],
    ['another media type', 415, { method: 'POST', url: '/graphql', headers: { 'content-type': 'application/xml' }, payload: '<a/>' }],
    ['a syntax error', 200, { method: 'POST', url: '/graphql', payload: { query: '{ latestReview' } }],
    ['an unknown field', 200, { method: 'POST', url: '/graphql', payload: { query: '{ nothing }' } }],
    [
      'a variable of the wrong type',
      200,
      { method: 'POST', url: '/graphql', payload: { query: 'query ($s: Int!) { needs(size: $s) }', variables: { s: 'big' } } },
    ],
    [
      'an operation that is not in the document',
      200,
      { method: 'POST', url: '/graphql', payload: { query: 'query A { latestReview } query B { latestReview }', operationName: 'C' } },
    ],
  ] as const)('refuses %s with code, reason and request id', async (_, status, request) => {
    const answer = await inject(inProcess, request as unknown as InjectOptions);
    expect(answer.status).toBe(status);
    expect(answer.errors.length).toBeGreaterThan(0);
    for (const { extensions } of answer.errors) {
      expect(extensions).toEqual({ code: 'BAD_USER_INPUT', reason: expect.any(String), requestId: answer.headers['x-request-id'] });
    }
    expect(answer.text).not.toMatch(LEAKS);
  });

  test('answers an unknown address in the same form', async () => {
    expect((await inject(inProcess, { method: 'GET', url: '/nowhere' })).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  test('a fragment bomb is refused before it is planned', async () => {
    const sdl = `${LINK} type Query { latest: Int node: Node } type Node { a: Node c: Int }`;
    const { supergraphSdl } = composeServices([{ name: 'library-bombs', url: NOWHERE, typeDefs: parse(sdl) }]);
    const gateway = await start({ supergraph: supergraphSdl! });
    const fragments = Array.from({ length: 60 }, (__, i) => `fragment f${i} on Node { a { ...f${i + 1} } b: a { ...f${i + 1} } }`);
    // Planned, this would be 2^60 fields: an answer at all says that it was not.
    const answer = await ask(gateway, `{ node { ...f0 } } ${fragments.join(' ')} fragment f60 on Node { c }`);
    expect(answer.status).toBe(400);
    expect(answer.errors[0]!.extensions).toMatchObject({ code: 'OPERATION_REFUSED', reason: 'OPERATION_TOO_LARGE', limit: 'selections' });
  });
});

describe('tokens', () => {
  test('a bad one is answered 401 in the client’s language, before anything is executed', async () => {
    const answer = await ask(inProcess, '{ latestReview }', { authorization: 'Bearer old' });
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(answer.errors).toEqual([
      {
        message: '访问令牌已过期',
        extensions: { code: 'UNAUTHENTICATED', reason: 'TOKEN_EXPIRED', requestId: answer.headers['x-request-id'] },
      },
    ]);
    expect(answer.data).toBeUndefined();
    expect((await ask(inProcess, '{ latestReview }', { authorization: 'x', 'accept-language': 'en' })).errors[0]!.message).toBe(
      'The access token has expired',
    );
  });
});

describe('the request id', () => {
  test('is the client’s own when it is fit, and a new one otherwise', async () => {
    expect((await ask(inProcess, '{ latestReview }', { 'x-request-id': 'client-id-1' })).headers['x-request-id']).toBe('client-id-1');
    for (const bad of ['short', 'has spaces in it', 'x'.repeat(65), '<script>alert']) {
      expect((await ask(inProcess, '{ latestReview }', { 'x-request-id': bad })).headers['x-request-id']).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4/,
      );
    }
  });
});

test('a purpose that is no single line of text is refused', async () => {
  const answer = await ask(inProcess, '{ latestReview }', { 'x-purpose': encodeURIComponent('a\nb') });
  expect([answer.status, answer.errors[0]!.extensions.reason]).toEqual([400, 'PURPOSE_MALFORMED']);
});

test('a client cannot make the gateway show its plan', async () => {
  const answer = await ask(inProcess, '{ books { reviews { text } } }', { 'apollo-query-plan-experimental': '1' });
  expect(answer.text).not.toMatch(LEAKS);
  expect(answer.text).not.toContain('extensions');
});

test('the schema is open in development; in production to those who may read it', async () => {
  const query = getIntrospectionQuery();
  expect((await ask(inProcess, query)).data).toHaveProperty('__schema');
  const production = await start({ supergraph: compose(NOWHERE, NOWHERE) }, { NODE_ENV: 'production' });
  const refused = await ask(production, query);
  expect([refused.status, refused.errors[0]!.extensions]).toMatchObject([
    400,
    { code: 'FORBIDDEN', reason: 'SCOPE_MISSING', scope: 'schema:read' },
  ]);
  expect((await ask(production, query, { authorization: 'Bearer reader' })).data).toHaveProperty('__schema');
  expect((await ask(production, '{ bookz { id } }')).text).not.toContain('books');
});

test('origins on the list may read answers, others may not', async () => {
  const gateway = await start({ supergraph: compose(NOWHERE, NOWHERE) }, { CORS_ORIGINS: 'https://a.example' });
  const origins = ['https://a.example', 'https://b.example'].map(
    async (origin) => (await ask(gateway, '{ __typename }', { origin })).headers['access-control-allow-origin'],
  );
  const [listed, other] = await Promise.all(origins);
  expect(listed).toBe('https://a.example');
  expect(other).not.toBe('https://b.example');
});

test('metrics count operations, subgraph calls and errors', async () => {
  await ask(inProcess, '{ refused latestReview }');
  const { body } = await inProcess.app.inject('/metrics');
  expect(body).toMatch(/graphql_operation_duration_seconds_count\{kind="query",outcome="partial"\} \d/);
  expect(body).toMatch(/graphql_subgraph_call_duration_seconds_count\{subgraph="library-books",outcome="errors"\} \d/);
  expect(body).toMatch(/graphql_errors_total\{code="CONFLICT"\} \d/);
  expect(body).toMatch(/process_cpu_seconds_total/);
});

describe('a new supergraph', () => {
  test('is taken without a restart; a broken one is refused and the old keeps serving', async () => {
    const first = compose(NOWHERE, NOWHERE);
    const second = compose(NOWHERE, NOWHERE, BOOKS_SDL.replace('me: String', 'me: String fresh: Int'));
    let change: (sdl: string) => void = () => {};
    const source = {
      load: async () => first,
      watch: (onChange: (sdl: string) => void) => {
        change = onChange;
        return () => {};
      },
    };
    const gateway = await start({ supergraph: source });
    const fieldKnown = async () => (await ask(gateway, '{ fresh }')).errors[0]?.extensions.code !== 'BAD_USER_INPUT';
    expect(await fieldKnown()).toBe(false);
    expect(() => change('type Query {')).toThrow();
    expect(() => change('type Query { fresh: Int }')).toThrow();
    expect(() => change(second.replaceAll(NOWHERE, 'not a url'))).toThrow(/no usable URL/);
    expect(await fieldKnown()).toBe(false);
    expect((await ask(gateway, '{ __typename }')).data).toEqual({ __typename: 'Query' });
    change(second);
    expect(await fieldKnown()).toBe(true);
  });

  test('that cannot be used at the start stops the start', async () => {
    await expect(start({ supergraph: 'type Query { a: Int }' })).rejects.toThrow();
    await expect(start({ supergraph: compose('', '') })).rejects.toThrow(/no usable URL/);
  });
});

test('a stop finishes what is in flight', async () => {
  const gateway = await start(
    { supergraph: compose('', ''), transports: { 'library-books': executorOf(books), 'library-reviews': executorOf(reviews) } },
    { SUBGRAPH_TIMEOUT_MS: '60000', REQUEST_TIMEOUT_MS: '60000' },
  );
  const address = await gateway.listen();
  const answer = fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ slow }"}',
  });
  while (!finishSlow) await new Promise(setImmediate);
  const stopped = gateway.stop();
  finishSlow();
  expect(await (await answer).json()).toEqual({ data: { slow: 1 } });
  await stopped;
  await expect(fetch(`${address}/health`)).rejects.toThrow();
});
