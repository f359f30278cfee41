import { type IncomingMessage, request } from 'node:http';
import { ASSESSMENT } from '@township-graph/assessment/module';
import { SUPERGRAPH } from '@township-graph/commands/paths';
import { DIRECTORY } from '@township-graph/directory/module';
import { ENFORCEMENT } from '@township-graph/enforcement/module';
import { createGateway } from '@township-graph/gateway/gateway';
import { MATTERS } from '@township-graph/matters/module';
import { SECONDMENT } from '@township-graph/secondment/module';
import { DEFAULT_CALL_LIMITS } from '@township-graph/shared/call-limits';
import { systemClock } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import { townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import { createLog } from '@township-graph/shared/log';
import { type RunningServer, startSubgraphServer } from '@township-graph/shared/server';
import { CALL_HEADER, SIGNATURE_WINDOW_MS, signCall } from '@township-graph/shared/signature';
import { type SigningKey, signingKey } from '@township-graph/shared/signing-key';
import type { SubgraphModule } from '@township-graph/shared/subgraph-process';
import { viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { CALL_PART_NAMES, type CallPart, partOf, withPart } from '@township-graph/shared/testing/signed-call';
import { ANONYMOUS } from '@township-graph/shared/viewer';
import { testConfig } from '../gateway/testing/test-config';

const NOW = new Date('2026-11-22T08:00:00.000Z');
const log = createLog({ name: 'test', level: 'silent' });
const KEY = signingKey('here-1', 'the secret of this subgraph and of no other');
const SM3_KEY = signingKey('here-2', 'the other secret of it, which signs by SM3', 'sm3');
const ELSEWHERE = signingKey('elsewhere-1', 'the secret of another subgraph, as long');

interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: string;
}

const TOWNSHIP: RequestContext = {
  viewer: viewerOf(['410225201'], ['matters:read', 'personnel:read']),
  requestId: 'request-1',
  locale: 'en',
  purpose: null,
};
const COUNTY: RequestContext = {
  ...TOWNSHIP,
  viewer: viewerOf(['410225'], ['matters:read', 'matters:manage', 'directory:manage', 'personnel:read']),
};

interface Signing {
  readonly key?: SigningKey;
  readonly context?: RequestContext;
  readonly at?: number;
  readonly method?: string;
  readonly path?: string;
}

/** A call as the gateway would make it. */
function signed(body: string, { key = KEY, context = TOWNSHIP, at = 0, method = 'POST', path = '/graphql' }: Signing = {}): Call {
  const headers = signCall({ key, context, clock: () => new Date(NOW.getTime() + at), method, path, body });
  return { method, path, body, headers };
}

const withHeader = (call: Call, name: string, value: string | string[]): Call => ({ ...call, headers: { ...call.headers, [name]: value } });

/** What is wrong with it, and how it comes about from a body that would have been answered. */
const FORGERIES: readonly [string, (body: string) => Call][] = [
  ['unsigned', (body) => ({ ...signed(body), headers: {} })],
  ['of a client with a token', (body) => ({ ...signed(body), headers: { authorization: 'Bearer a.b.c' } })],
  ['of another subgraph’s key', (body) => signed(body, { key: ELSEWHERE })],
  ['of another subgraph’s secret under this one’s key id', (body) => signed(body, { key: { ...ELSEWHERE, id: KEY.id } })],
  ['of the right secret under an unknown key id', (body) => signed(body, { key: { ...KEY, id: 'here-9' } })],
  ['of the right secret and the other algorithm', (body) => signed(body, { key: { ...KEY, algorithm: 'sm3' } })],
  ['of the SM3 key, signed by SHA-256', (body) => signed(body, { key: { ...SM3_KEY, algorithm: 'sha256' } })],
  ['signed a moment over the window ago', (body) => signed(body, { at: -SIGNATURE_WINDOW_MS - 1 })],
  ['signed a moment over the window ahead', (body) => signed(body, { at: SIGNATURE_WINDOW_MS + 1 })],
  ['signed before this process was there', (body) => signed(body, { at: -1 })],
  ['with another body', (body) => ({ ...signed('{"query":"{ __typename }"}'), body })],
  ['with a body of one more byte', (body) => ({ ...signed(body), body: `${body} ` })],
  ['with a query string that was not signed', (body) => ({ ...signed(body), path: '/graphql?a=1' })],
  ['with another query string than was signed', (body) => ({ ...signed(body, { path: '/graphql?a=1' }), path: '/graphql?a=2' })],
  ['signed for another path', (body) => ({ ...signed(body, { path: '/other' }), path: '/graphql' })],
  ['signed for another method', (body) => ({ ...signed(body, { method: 'GET' }), method: 'POST' })],
  ['with the identity of another signed call', (body) => swapped(signed(body), signed(body, { context: COUNTY }), 'identity')],
  [
    'with the identity of nobody',
    (body) => swapped(signed(body), signed(body, { context: { ...TOWNSHIP, viewer: ANONYMOUS } }), 'identity'),
  ],
  [
    'with the request id of another',
    (body) => swapped(signed(body), signed(body, { context: { ...TOWNSHIP, requestId: 'other' } }), 'requestId'),
  ],
  ['with the time of another', (body) => swapped(signed(body), signed(body, { at: 1 }), 'timestamp')],
  ['with a fresh nonce of another', (body) => swapped(signed(body), signed(body), 'nonce')],
  ['with the signature of another', (body) => swapped(signed(body), signed('{}'), 'signature')],
  ['with half a signature', (body) => changed(signed(body), 'signature', (signature) => signature.slice(0, 20))],
  ...CALL_PART_NAMES.flatMap((part): [string, (body: string) => Call][] => [
    [`without its ${part}`, (body) => changed(signed(body), part, () => undefined)],
    [`with an empty ${part}`, (body) => changed(signed(body), part, () => '')],
    [`with its ${part} twice`, (body) => changed(signed(body), part, (value) => `${value} ${value}`)],
  ]),
  ['with an empty header', (body) => withHeader(signed(body), CALL_HEADER, '')],
  ['with its header twice', (body) => doubled(signed(body), CALL_HEADER)],
];

function changed(call: Call, part: CallPart, change: (value: string) => string | undefined): Call {
  return { ...call, headers: withPart(call.headers, part, change(partOf(call.headers, part))) };
}

function swapped(call: Call, other: Call, part: CallPart): Call {
  return changed(call, part, () => partOf(other.headers, part));
}

function doubled(call: Call, name: string): Call {
  const value = String(call.headers[name]);
  return withHeader(call, name, [value, value]);
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Header by header as given: `fetch` would join or refuse some of them. */
function send(url: string, { method, path, headers, body }: Call): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const all = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)), ...headers };
    const sending = request(new URL(path, url), { method, headers: all, agent: false }, async (response: IncomingMessage) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      resolve({ status: response.statusCode!, text });
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

const json = (query: string, variables?: object) => JSON.stringify({ query, variables });
const ENTITIES = 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Division { code } } }';

/** Each is answered when it is signed; the first two read rows, as the control below shows. */
const BODIES: Readonly<Record<string, { readonly reads: readonly string[]; readonly others: readonly string[] }>> = {
  directory: {
    reads: [
      json('{ divisions(first: 3) { nodes { code name } totalCount } }'),
      json(ENTITIES, { r: [{ __typename: 'Division', code: '410225' }] }),
    ],
    others: [json('{ _service { sdl } }'), json('{ __schema { types { name } } }'), json('mutation { __typename }')],
  },
  matters: {
    reads: [
      json('{ matters(first: 3) { nodes { id } totalCount } }'),
      json('query ($r: [_Any!]!) { _entities(representations: $r) { ... on Division { matters { totalCount } } } }', {
        r: [{ __typename: 'Division', code: '410225' }],
      }),
    ],
    others: [json('{ _service { sdl } }'), json('{ __schema { types { name } } }'), json('mutation { __typename }')],
  },
  assessment: {
    reads: [
      json('{ appraisalCatalogues(first: 3) { nodes { id } totalCount } }'),
      json('query ($r: [_Any!]!) { _entities(representations: $r) { ... on Division { appraisalResults { totalCount } } } }', {
        r: [{ __typename: 'Division', code: '410225' }],
      }),
    ],
    others: [json('{ _service { sdl } }'), json('{ __schema { types { name } } }')],
  },
  enforcement: {
    reads: [
      json('{ enforcementPowers(first: 3) { nodes { id } totalCount } }'),
      json('query ($r: [_Any!]!) { _entities(representations: $r) { ... on EnforcementPower { cause } } }', {
        r: [{ __typename: 'EnforcementPower', code: 'CF01001' }],
      }),
    ],
    others: [json('{ _service { sdl } }'), json('{ __schema { types { name } } }')],
  },
  secondment: {
    reads: [
      json('{ staffMembers(first: 3) { nodes { id } totalCount } }'),
      json('query ($r: [_Any!]!) { _entities(representations: $r) { ... on Organization { staffMembers { totalCount } } } }', {
        r: [{ __typename: 'Organization', creditCode: townshipGovernmentOf('410225201').creditCode }],
      }),
    ],
    others: [json('{ _service { sdl } }'), json('{ __schema { types { name } } }')],
  },
};

const SUBGRAPHS: readonly SubgraphModule[] = [DIRECTORY, MATTERS, ENFORCEMENT, SECONDMENT, ASSESSMENT];
const CASES = ENGINES.flatMap((engine) => SUBGRAPHS.map((module) => [module.name, engine, module] as const));

describe.each(CASES)('the %s subgraph on %s', (name, engine, module) => {
  let test_: TestDatabase;
  let server: RunningServer;
  const { reads, others } = BODIES[name]!;

  beforeAll(async () => {
    test_ = await freshDatabase(engine, module.schema);
    await module.loadDemo(test_.database, undefined, { scale: 0 });
    const { execute } = await module.create({ database: test_.database, clock: () => NOW });
    server = await startSubgraphServer({ executor: execute, keys: [KEY, SM3_KEY], host: '127.0.0.1', port: 0, clock: () => NOW, log });
  });

  afterAll(async () => {
    await server.stop();
    await test_.close();
  });

  test.each([KEY, SM3_KEY])('answers a call that is signed by $algorithm, from rows', async (key) => {
    for (const body of reads) {
      let answer: Answer | undefined;
      const statements = await test_.statementsOf(async () => {
        answer = await send(server.url, signed(body, { key }));
      });
      expect(answer).toMatchObject({ status: 200, text: expect.not.stringContaining('"errors"') });
      expect(statements.length).toBeGreaterThan(0);
    }
    for (const body of others) expect(await send(server.url, signed(body, { key }))).toMatchObject({ status: 200 });
  });

  test.each(FORGERIES)('answers 401 to a call %s, and touches no row', async (_, forge) => {
    for (const body of [...reads, ...others]) {
      let answer: Answer | undefined;
      const statements = await test_.statementsOf(async () => {
        answer = await send(server.url, forge(body));
      });
      expect(answer?.status).toBe(401);
      expect(JSON.parse(answer!.text)).toEqual({
        errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'UNAUTHENTICATED' }) })],
      });
      expect(statements).toEqual([]);
    }
  });

  test('answers a call once: its replay is answered 401 and touches no row', async () => {
    for (const body of [...reads, ...others]) {
      const call = signed(body);
      expect((await send(server.url, call)).status).toBe(200);
      let answer: Answer | undefined;
      const statements = await test_.statementsOf(async () => {
        answer = await send(server.url, call);
      });
      expect(answer).toMatchObject({ status: 401, text: expect.stringContaining('CALL_REPLAYED') });
      expect(statements).toEqual([]);
    }
  });

  test('of ten copies of a call that arrive at once, answers one', async () => {
    const call = signed(reads[0]!);
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(server.url, call)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(401)]);
  });

  test.each(['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('does not know %s, not even signed', async (method) => {
    const statements = await test_.statementsOf(async () => {
      for (const path of ['/graphql', '/graphql?query=%7B_service%7Bsdl%7D%7D']) {
        const { status, text } = await send(server.url, signed(reads[0]!, { method, path }));
        expect(status).toBe(404);
        expect(text).not.toContain('extend schema');
      }
    });
    expect(statements).toEqual([]);
  });

  test('refuses a call over its limits by the name of the limit, and touches no row', async () => {
    const r = Array.from({ length: 30_001 }, () => ({ __typename: 'Division', code: '410225' }));
    let answer: Answer | undefined;
    const statements = await test_.statementsOf(async () => {
      answer = await send(server.url, signed(json(ENTITIES, { r })));
    });
    expect(JSON.parse(answer!.text).errors[0].extensions).toMatchObject({
      code: 'OPERATION_REFUSED',
      limit: 'representations',
      allowed: 30_000,
    });
    expect(statements).toEqual([]);
  });

  test('answers as many entities as the limit allows', async () => {
    const r = Array.from({ length: 30_000 }, (_, index) => ({ __typename: 'Division', code: String(410_225_100_000 + 1000 + index) }));
    const { status, text } = await send(
      server.url,
      signed(json('query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }', { r })),
    );
    expect(status).toBe(200);
    expect(JSON.parse(text).errors).toBeUndefined();
    expect(JSON.parse(text).data._entities).toHaveLength(30_000);
  });
});

test('a client is told which limit of a subgraph its question broke, and gets the rest', async () => {
  const [directory, matters] = await Promise.all([DIRECTORY, MATTERS].map(({ schema }) => freshDatabase('sqlite', schema)));
  await DIRECTORY.loadDemo(directory!.database);
  const { execute: executor } = await MATTERS.create({ database: matters!.database });
  const callLimits = { ...DEFAULT_CALL_LIMITS, representations: 5 };
  const server = await startSubgraphServer({ executor, callLimits, keys: [KEY], host: '127.0.0.1', port: 0, clock: systemClock, log });
  const gateway = await createGateway({
    supergraph: SUPERGRAPH,
    transports: { directory: (await DIRECTORY.create({ database: directory!.database })).execute },
    authentication: { viewerOf: async () => ANONYMOUS },
    config: testConfig({ SUBGRAPH_URLS: `matters=${server.url}`, SUBGRAPH_KEYS: `matters:${KEY.id}:${KEY.secret}` }),
    log,
  });
  const ask = async (first: number) => {
    const query = `{ divisions(first: ${first}) { nodes { code matters { totalCount } } } }`;
    return (await gateway.app.inject({ method: 'POST', url: '/graphql', payload: { query } })).json();
  };
  expect((await ask(5)).errors).toBeUndefined();
  const { data, errors } = await ask(6);
  expect(data.divisions.nodes).toHaveLength(6);
  expect(errors[0].extensions).toMatchObject({ code: 'OPERATION_REFUSED', reason: 'CALL_TOO_LARGE', limit: 'representations', allowed: 5 });
  await gateway.stop();
  await server.stop();
  await Promise.all([directory!.close(), matters!.close()]);
});
