import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { composeServices } from '@apollo/composition';
import { createLog } from '@township-graph/shared/log';
import { ANONYMOUS } from '@township-graph/shared/viewer';
import { parse } from 'graphql';
import { testConfig } from '../testing/test-config';
import type { Authentication } from './authentication/authentication';
import { createGateway, type Gateway } from './gateway';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])';
const BOOKS_SDL = `${LINK} type Query { books: [Book!] } type Book @key(fields: "id") { id: ID! title: String }`;
const REVIEWS_SDL = `${LINK}
  type Query { latest: Review }
  type Mutation { addReview: Review }
  type Book @key(fields: "id") { id: ID! reviews: [Review!] }
  type Review { text: String stars: Int! }`;

const SECRET = 'db.internal:3306';
const QUERY = '{ books { title reviews { text stars } } latest { text stars } }';
const REVIEW = { text: '好', stars: 5 };

const servers: Server[] = [];
const gateways: Gateway[] = [];
/** What the reviews answer, and what they were asked. */
let reviews: RequestListener;
let asked: IncomingMessage[] = [];
let booksAfterMs = 0;
let booksUrl: string;
let reviewsUrl: string;

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

const json = (body: unknown, headers: Record<string, string> = {}): RequestListener => {
  return (_request, response) => void response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
};

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

/** Sound reviews. */
const sound: RequestListener = async (request, response) => {
  const { query, variables } = JSON.parse(await bodyOf(request));
  if (query.includes('_entities'))
    return json({ data: { _entities: variables.representations.map(() => ({ reviews: [REVIEW] })) } })(request, response);
  json({ data: query.includes('addReview') ? { addReview: REVIEW } : { __typename: 'Query', latest: REVIEW } })(request, response);
};

/** Reviews whose answer to what they are asked is made up. */
const answering = (latest: unknown, entity: unknown = { reviews: latest }): RequestListener => {
  return async (request, response) => {
    const { query, variables } = JSON.parse(await bodyOf(request));
    if (query.includes('addReview')) return json({ data: { addReview: latest } })(request, response);
    const data = query.includes('_entities') ? { _entities: variables.representations.map(() => entity) } : { latest };
    json({ data })(request, response);
  };
};

const raw = (bytes: string): RequestListener => {
  return ({ socket }) => void socket.end(bytes);
};

beforeAll(async () => {
  booksUrl = await serve(async (_request, response) => {
    await pause(booksAfterMs);
    const books = ['1', '2'].map((id) => ({ __typename: 'Book', id, title: `第${id}册` }));
    json({ data: { books } })(_request, response);
  });
  reviewsUrl = await serve((request, response) => {
    asked.push(request);
    reviews(request, response);
  });
});

beforeEach(() => {
  asked = [];
  booksAfterMs = 0;
  reviews = sound;
});

afterAll(async () => {
  await Promise.all(gateways.map((gateway) => gateway.stop()));
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

const anybody: Authentication = { viewerOf: async () => ANONYMOUS };

async function start(env: Record<string, string> = {}, authentication = anybody, atReviews = reviewsUrl): Promise<Gateway> {
  const { supergraphSdl, errors } = composeServices([
    { name: 'library-books', url: booksUrl, typeDefs: parse(BOOKS_SDL) },
    { name: 'library-reviews', url: atReviews, typeDefs: parse(REVIEWS_SDL) },
  ]);
  if (!supergraphSdl) throw new Error(JSON.stringify(errors));
  const config = testConfig({
    REQUEST_TIMEOUT_MS: '60000',
    SUBGRAPH_TIMEOUT_MS: '1000',
    SUBGRAPH_MAX_RESPONSE_BYTES: '10000',
    SUBGRAPH_BREAKER_FAILURES: '1000',
    RATE_LIMIT_POINTS: '0',
    RATE_LIMIT_ANONYMOUS_POINTS: '0',
    ...env,
  });
  const gateway = await createGateway({ supergraph: supergraphSdl, authentication, config, log: createLog({ name: 'test' }) });
  gateways.push(gateway);
  return gateway;
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly text: string;
  readonly data: Record<string, unknown> | null;
  readonly errors: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
}

async function ask({ app }: Gateway, query = QUERY, headers: Record<string, string> = {}): Promise<Answer> {
  const { statusCode, headers: answered, body } = await app.inject({ method: 'POST', url: '/graphql', payload: { query }, headers });
  const { data = null, errors = [] } = JSON.parse(body);
  return { status: statusCode, headers: answered, text: body, data, errors };
}

const WITHOUT_REVIEWS = {
  books: [
    { title: '第1册', reviews: null },
    { title: '第2册', reviews: null },
  ],
  latest: null,
};

const COMPLETE = {
  books: [
    { title: '第1册', reviews: [REVIEW] },
    { title: '第2册', reviews: [REVIEW] },
  ],
  latest: REVIEW,
};

/** The books are there, the reviews are not, and each that is missing says so and no more. */
function expectOnlyBooks({ status, data, errors, text }: Answer): void {
  expect([status, data]).toEqual([200, WITHOUT_REVIEWS]);
  const paths = errors.map(({ path }) => JSON.stringify(path)).sort();
  expect(paths).toEqual(['["books",0,"reviews"]', '["books",1,"reviews"]', '["latest"]']);
  for (const { message, extensions } of errors) {
    expect(message).toBe('部分数据暂时不可用，请稍后重试');
    expect(extensions).toEqual({
      code: 'SUBGRAPH_UNAVAILABLE',
      reason: expect.stringMatching(/^SUBGRAPH_[A-Z_]+$/),
      requestId: expect.any(String),
    });
  }
  expect(text).not.toMatch(/127\.0\.0\.1|library-|internal:|stack|ECONN|undici/);
}

type Fault = readonly [fault: string, reviews: RequestListener, mutation: 'RESULT_UNKNOWN' | 'SUBGRAPH_UNAVAILABLE'];

const drip = (_request: IncomingMessage, response: ServerResponse) => {
  response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":{');
  const dripping = setInterval(() => response.write(' '), 20);
  response.once('close', () => clearInterval(dripping));
};

const compressed = (_request: IncomingMessage, response: ServerResponse) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(gzipSync('{"data":{"latest":null}}'));
};

/** Holds the first question until it is let go, and answers no other. */
function holding(): () => void {
  let release: (() => void) | undefined;
  reviews = (request, response) => {
    release ??= () => void sound(request, response);
  };
  return () => release?.();
}

const FAULTS: readonly Fault[] = [
  ['hangs', () => {}, 'RESULT_UNKNOWN'],
  ['drips', drip, 'RESULT_UNKNOWN'],
  ['hangs up', ({ socket }) => void socket.destroy(), 'RESULT_UNKNOWN'],
  ['speaks another protocol', raw(`220 ${SECRET} ESMTP\r\n`), 'RESULT_UNKNOWN'],
  ['sends headers without end', raw(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(100_000)}\r\n`), 'RESULT_UNKNOWN'],
  ['breaks off', raw('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{"data":'), 'RESULT_UNKNOWN'],
  ['answers with an error page', (_, response) => void response.writeHead(500).end(`<h1>${SECRET}</h1>`), 'RESULT_UNKNOWN'],
  ['is told unavailable by a proxy', (_, response) => void response.writeHead(503).end(SECRET), 'RESULT_UNKNOWN'],
  ['turns away', (_, response) => void response.writeHead(503, { 'x-tg-turned-away': 'STARTING' }).end(), 'SUBGRAPH_UNAVAILABLE'],
  ['does not know us', (_, response) => void response.writeHead(401).end(SECRET), 'SUBGRAPH_UNAVAILABLE'],
  ['sends elsewhere', (_, response) => void response.writeHead(307, { location: `http://${SECRET}/` }).end(), 'SUBGRAPH_UNAVAILABLE'],
  ['answers in HTML', (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(SECRET), 'RESULT_UNKNOWN'],
  ['answers what it calls JSON', raw('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{]'), 'RESULT_UNKNOWN'],
  ['compresses unasked', compressed, 'RESULT_UNKNOWN'],
  ['answers too much', json({ data: { latest: { ...REVIEW, text: 'x'.repeat(100_000) } } }), 'RESULT_UNKNOWN'],
  ['answers JSON that is no result', json(['data']), 'RESULT_UNKNOWN'],
  ['answers data that are none', json({ data: SECRET }), 'RESULT_UNKNOWN'],
  ['answers nothing', json({ data: null }), 'RESULT_UNKNOWN'],
  ['answers errors that are none', json({ data: null, errors: SECRET }), 'RESULT_UNKNOWN'],
  ['answers errors that say nothing', json({ data: null, errors: [null] }), 'RESULT_UNKNOWN'],
  ['leaves out what was asked', json({ data: {} }), 'RESULT_UNKNOWN'],
  ['answers with a text for an object', answering(SECRET), 'RESULT_UNKNOWN'],
  ['answers with a list for an object, and an object for a list', answering([REVIEW], { reviews: REVIEW }), 'RESULT_UNKNOWN'],
  [
    'answers with scalars of the wrong type',
    answering({ text: {}, stars: '5' }, { reviews: [{ text: {}, stars: '5' }] }),
    'RESULT_UNKNOWN',
  ],
  ['answers null where none may be', answering({ text: '好', stars: null }, { reviews: [null] }), 'RESULT_UNKNOWN'],
  ['answers with prototypes', json(JSON.parse('{"data":{"__proto__":{"latest":{"text":"","stars":1},"_entities":[]}}}')), 'RESULT_UNKNOWN'],
];

/** One gateway for all faults: none of them may spoil it for the next. */
let enduring: Gateway;
beforeAll(async () => {
  enduring = await start();
});

test('without a fault all of it is there', async () => {
  expect(await ask(enduring)).toMatchObject({ status: 200, data: COMPLETE, errors: [] });
});

describe.each(FAULTS)('a subgraph that %s', (_, listener, mutation) => {
  test('costs its own fields and nothing else', async () => {
    reviews = listener;
    expectOnlyBooks(await ask(enduring));
  });

  test(`leaves a change ${mutation}`, async () => {
    reviews = listener;
    const answer = await ask(enduring, 'mutation { addReview { text stars } }');
    expect(answer.data).toEqual({ addReview: null });
    expect(answer.errors).toMatchObject([{ path: ['addReview'], extensions: { code: mutation } }]);
    expect(answer.text).not.toContain(SECRET);
    expect(asked).toHaveLength(1);
  });
});

test('a subgraph that is not there costs its own fields, and cannot have changed anything', async () => {
  const gateway = await start({}, anybody, 'http://127.0.0.1:1/graphql');
  expectOnlyBooks(await ask(gateway));
  const { errors } = await ask(gateway, 'mutation { addReview { text } }');
  expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', reason: 'SUBGRAPH_UNREACHABLE' } }]);
});

test.each([
  ['too few', () => []],
  ['too many', (count: number) => Array.from({ length: count + 1 }, () => ({ reviews: [REVIEW] }))],
  ['in no list', () => ({ reviews: [REVIEW] })],
  ['without what was asked for', (count: number) => Array.from({ length: count }, () => ({}))],
  ['of texts', (count: number) => Array.from({ length: count }, () => SECRET)],
])('entities that are %s are not mistaken for one another', async (_, entities) => {
  reviews = async (request, response) => {
    const { query, variables } = JSON.parse(await bodyOf(request));
    const data = query.includes('_entities') ? { _entities: entities(variables.representations.length) } : { latest: REVIEW };
    json({ data })(request, response);
  };
  const { data, errors } = await ask(enduring);
  expect(data).toEqual({ ...WITHOUT_REVIEWS, latest: REVIEW });
  expect(errors.map(({ extensions }) => extensions.reason)).toEqual(['SUBGRAPH_MALFORMED', 'SUBGRAPH_MALFORMED']);
});

test('a subgraph gone mad with errors is not passed on in full', async () => {
  reviews = json({ data: null, errors: Array.from({ length: 300 }, () => ({ message: 'a' })) });
  const { errors } = await ask(enduring, '{ latest { text } }');
  expect(errors.length).toBeGreaterThan(0);
  expect(errors.length).toBeLessThanOrEqual(100);
});

describe('the deadline', () => {
  /** No subgraph's own limit: what ends, ends by the request's deadline. */
  const PATIENT = { REQUEST_TIMEOUT_MS: '600000', SUBGRAPH_TIMEOUT_MS: '600000' };

  test('of the client’s ends the wait for a subgraph that hangs, after another has answered', async () => {
    reviews = () => {};
    expectOnlyBooks(await ask(await start(PATIENT), QUERY, { 'x-request-timeout': '2500' }));
  });

  test('of the gateway’s own does, when the client names none', async () => {
    reviews = () => {};
    expectOnlyBooks(await ask(await start({ ...PATIENT, REQUEST_TIMEOUT_MS: '2500' })));
  });

  test('leaves to later calls what earlier ones left of it', async () => {
    booksAfterMs = 300;
    expect((await ask(await start(PATIENT), QUERY, { 'x-request-timeout': '50000' })).data).toEqual(COMPLETE);
    const [first, second] = asked.map(({ headers }) => Number(headers['x-request-timeout']));
    expect(first).toBeLessThan(50_000);
    expect(second).toBeLessThanOrEqual(first! - 290);
  });

  test('holds while a token is verified, too', async () => {
    const stuck: Authentication = { viewerOf: () => new Promise(() => {}) };
    const { status, errors } = await ask(await start(PATIENT, stuck), QUERY, { 'x-request-timeout': '100', authorization: 'Bearer a' });
    expect([status, errors[0]!.extensions]).toMatchObject([504, { code: 'SUBGRAPH_UNAVAILABLE', reason: 'DEADLINE_PASSED' }]);
  });

  test('that is no number is refused', async () => {
    const { status, errors } = await ask(enduring, QUERY, { 'x-request-timeout': 'soon' });
    expect([status, errors[0]!.extensions]).toMatchObject([400, { code: 'BAD_USER_INPUT', reason: 'REQUEST_TIMEOUT_MALFORMED' }]);
  });
});

describe('a query', () => {
  test('whose subgraph fails for a moment is sent again', async () => {
    let failures = 1;
    reviews = (request, response) => (failures-- > 0 ? void request.socket.destroy() : sound(request, response));
    const gateway = await start();
    expect(await ask(gateway, '{ latest { text stars } }')).toMatchObject({ data: { latest: REVIEW }, errors: [] });
    expect(asked).toHaveLength(2);
    expect((await gateway.app.inject('/metrics')).body).toContain('graphql_subgraph_retries_total{subgraph="library-reviews"} 1');
  });
});

describe('a subgraph that fails again and again', () => {
  const LATEST = '{ latest { text stars } }';
  const reasonOf = async (gateway: Gateway) => (await ask(gateway, LATEST)).errors[0]?.extensions.reason;
  const metric = async ({ app }: Gateway) =>
    /graphql_subgraph_circuit\{subgraph="library-reviews"\} (\d)/.exec((await app.inject('/metrics')).body)?.[1];

  test('is left alone: its fields fail at once, the rest is answered, and it is told in metrics', async () => {
    reviews = () => {};
    const gateway = await start({ SUBGRAPH_BREAKER_FAILURES: '2', SUBGRAPH_BREAKER_OPEN_MS: '600000' });
    expect(await metric(gateway)).toBe('0');
    expect([await reasonOf(gateway), await reasonOf(gateway)]).toEqual(['SUBGRAPH_TIMED_OUT', 'SUBGRAPH_TIMED_OUT']);
    asked = [];
    expectOnlyBooks(await ask(gateway));
    expect([await reasonOf(gateway), asked.length, await metric(gateway)]).toEqual(['SUBGRAPH_CIRCUIT_OPEN', 0, '2']);
  });

  test('is asked again after a while, and served again when it answers', async () => {
    reviews = () => {};
    const gateway = await start({ SUBGRAPH_BREAKER_FAILURES: '1', SUBGRAPH_BREAKER_OPEN_MS: '300' });
    await reasonOf(gateway);
    reviews = sound;
    while (await reasonOf(gateway)) await pause(20);
    expect([(await ask(gateway)).data, await metric(gateway)]).toEqual([COMPLETE, '0']);
  });

  test('is not held to fail by what a hurried client cut short, nor by what it refuses', async () => {
    const gateway = await start({ SUBGRAPH_TIMEOUT_MS: '60000', SUBGRAPH_BREAKER_FAILURES: '1' });
    reviews = () => {};
    expect((await ask(gateway, LATEST, { 'x-request-timeout': '100' })).errors[0]!.extensions.reason).toBe('SUBGRAPH_TIMED_OUT');
    reviews = json({ data: null, errors: [{ message: 'no', extensions: { code: 'CONFLICT' } }] });
    await ask(gateway, LATEST);
    reviews = sound;
    expect((await ask(gateway)).data).toEqual(COMPLETE);
  });

  test('readiness looks at it all the same, and moves no circuit', async () => {
    const gateway = await start({ SUBGRAPH_BREAKER_FAILURES: '1', SUBGRAPH_BREAKER_OPEN_MS: '600000' });
    const ready = async () => (await gateway.app.inject('/ready')).json();
    reviews = (_, response) => void response.writeHead(500).end();
    expect(await ready()).toEqual({ status: 'ready', subgraphs: { total: 2, reachable: 1 } });
    expect(await metric(gateway)).toBe('0');
  });
});

describe('a gateway with more requests than it can serve', () => {
  test('turns the rest away at once, and says when to come again; health, readiness and metrics answer', async () => {
    const release = holding();
    const gateway = await start({ MAX_CONCURRENT_REQUESTS: '1', MAX_QUEUED_REQUESTS: '0', SUBGRAPH_TIMEOUT_MS: '60000' });
    const first = ask(gateway, '{ latest { text stars } }');
    while (asked.length === 0) await pause(5);
    const { status, headers, errors, text } = await ask(gateway, QUERY, { 'accept-language': 'en' });
    expect([status, headers['retry-after'], headers['content-type']]).toEqual([503, '1', expect.stringContaining('application/json')]);
    expect(errors).toMatchObject([
      { message: 'Too many requests at once; try again shortly', extensions: { code: 'RATE_LIMITED', reason: 'OVERLOADED' } },
    ]);
    expect(JSON.parse(text)).not.toHaveProperty('data');
    const others = await Promise.all(['/health', '/ready', '/metrics'].map((url) => gateway.app.inject(url)));
    expect(others.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect(others[2]!.body).toMatch(/graphql_requests_turned_away_total\{reason="OVERLOADED"\} 1[\s\S]*graphql_requests_running 1/);
    release();
    expect((await first).data).toEqual({ latest: REVIEW });
    reviews = sound;
    expect((await ask(gateway)).data).toEqual(COMPLETE);
  });

  test('drops what has waited until its deadline', async () => {
    const release = holding();
    const gateway = await start({ MAX_CONCURRENT_REQUESTS: '1', MAX_QUEUED_REQUESTS: '1', SUBGRAPH_TIMEOUT_MS: '60000' });
    const first = ask(gateway, '{ latest { text stars } }');
    while (asked.length === 0) await pause(5);
    expect(await ask(gateway, QUERY, { 'x-request-timeout': '100' })).toMatchObject({
      status: 503,
      errors: [{ extensions: { reason: 'OVERLOADED' } }],
    });
    expect(asked).toHaveLength(1);
    release();
    expect((await first).data).toEqual({ latest: REVIEW });
  });
});

test('a stop answers what is in flight, takes nothing new, and is not ready meanwhile', async () => {
  const release = holding();
  const gateway = await start({ SUBGRAPH_TIMEOUT_MS: '60000' });
  gateways.pop();
  const address = await gateway.listen();
  const post = () =>
    fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ latest { text stars } }' }),
    });
  const first = post();
  while (asked.length === 0) await pause(5);
  const stopped = gateway.stop();
  expect((await fetch(`${address}/ready`)).status).toBe(503);
  const late = await post();
  expect([late.status, late.headers.get('connection'), await late.json()]).toMatchObject([
    503,
    'close',
    { errors: [{ extensions: { code: 'RATE_LIMITED', reason: 'DRAINING' } }] },
  ]);
  expect(asked).toHaveLength(1);
  release();
  const answer = await first;
  expect([answer.headers.get('connection'), await answer.json()]).toEqual(['close', { data: { latest: REVIEW } }]);
  await stopped;
  await expect(fetch(`${address}/health`)).rejects.toThrow();
});
