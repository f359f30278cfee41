import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { httpEntrance } from './entrance';
import { graphClientFrom } from './graph-settings';
import { MachineClient } from './machine-client';

const QUERY = 'query Count($code: DivisionCode!) { division(code: $code) { name } }';

interface Asked {
  readonly headers: IncomingHttpHeaders;
  readonly body: { readonly query: string; readonly variables: object; readonly operationName?: string };
}

let asked: Asked[] = [];
let answers: ((response: ServerResponse) => void)[] = [];
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  asked.push({ headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()) });
  (answers.length > 1 ? answers.shift()! : answers[0]!)(response);
});
const directory = mkdtempSync(path.join(tmpdir(), 'township-graph-token-'));
let url: string;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
});
beforeEach(() => {
  asked = [];
  answers = [json({ data: { division: { name: '三义寨乡' } } })];
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(directory, { recursive: true, force: true });
});

const json =
  (body: unknown, status = 200) =>
  (response: ServerResponse) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
const error = (code: string, reason: string) => ({ message: '示例', extensions: { code, reason } });
const client = (more: Partial<ConstructorParameters<typeof MachineClient>[0]> = {}) =>
  new MachineClient({ entrance: httpEntrance(url), token: async () => 'a.b.c', ...more });

test('ten questions of one moment are one request, word for word, and each has an answer of its own', async () => {
  const codes = Array.from({ length: 12 }, (_, at) => String(410225201 + at));
  const within = ['410225'];
  const toAll = (response: ServerResponse) => {
    const { body } = asked.at(-1)! as unknown as { body: Asked['body'] | Asked['body'][] };
    const answer = ({ variables }: Asked['body']) => {
      const { code } = variables as { code: string };
      return code.endsWith('203') ? { data: null, errors: [error('FORBIDDEN', 'SCOPE_MISSING')] } : { data: { division: { name: code } } };
    };
    json(Array.isArray(body) ? body.map(answer) : answer(body))(response);
  };
  answers = [toAll];
  const one = client();
  const given = await Promise.allSettled(codes.map((code) => one.ask<{ division: { name: string } }>(QUERY, { code }, { within })));
  expect(asked.map(({ body }) => (Array.isArray(body) ? body.length : 1))).toEqual([10, 2]);
  expect((asked[0]!.body as unknown as Asked['body'][])[0]).toEqual({ query: QUERY, variables: { code: codes[0] } });
  const named = given.map((each) => (each.status === 'fulfilled' ? each.value.division.name : each.reason.reason));
  expect(named).toEqual(codes.map((code) => (code.endsWith('203') ? 'SCOPE_MISSING' : code)));
});

test('where the gateway does not take several, they go one by one; in its bad moments they do not', async () => {
  const refused = json({ errors: [error('BAD_USER_INPUT', 'OPERATION_LIMIT')] }, 400);
  answers = [refused, json({ data: { division: { name: '三义寨乡' } } })];
  const two = () => {
    const one = client();
    return Promise.allSettled([one.ask(QUERY, { code: '410225201' }), one.ask(QUERY, { code: '410225202' })]);
  };
  expect((await two()).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  expect(asked).toHaveLength(3);
  asked = [];
  answers = [json({ errors: [error('RATE_LIMITED', 'RATE_LIMITED')] }, 429), json({ data: { division: { name: '三义寨乡' } } })];
  expect((await two()).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  expect(asked).toHaveLength(3);
});

test('a question goes out with the machine’s token and its divisions, and the data of the answer comes back', async () => {
  const variables = { code: '410225201' };
  const data = await client().ask(QUERY, variables, { operationName: 'Count', within: ['410225201', '410225206'] });
  expect(data).toEqual({ division: { name: '三义寨乡' } });
  expect(asked).toHaveLength(1);
  expect(asked[0]!.body).toEqual({ query: QUERY, variables, operationName: 'Count' });
  expect(asked[0]!.headers).toMatchObject({ authorization: 'Bearer a.b.c', 'x-divisions': '410225201,410225206' });
  expect(asked[0]!.headers['x-request-timeout']).toMatch(/^\d+$/);
});

test.each([
  ['a mutation', 'mutation { fileCase(input: {}) { case { id } } }', 'NOT_A_QUERY'],
  ['a subscription', 'subscription { changes { id } }', 'NOT_A_QUERY'],
  ['several operations of which none is named', 'query A { a } mutation B { b }', 'NOT_A_QUERY'],
  ['what does not parse', '{ division(', 'NOT_PARSED'],
])('%s is not sent', async (_, query, reason) => {
  await expect(client().ask(query)).rejects.toMatchObject({ kind: 'REFUSED', reason });
  expect(asked).toEqual([]);
});

test.each([
  ['refused', json({ data: null, errors: [error('FORBIDDEN', 'SCOPE_MISSING')] }), 'REFUSED', 'SCOPE_MISSING'],
  ['refused at the door', json({ errors: [error('UNAUTHENTICATED', 'TOKEN_EXPIRED')] }, 401), 'REFUSED', 'TOKEN_EXPIRED'],
  ['partial', json({ data: { a: 1, b: null }, errors: [error('NOT_FOUND', 'NOT_FOUND')] }), 'PARTIAL', 'NOT_FOUND'],
  ['no JSON', (response: ServerResponse) => void response.end('<html>'), 'MALFORMED', 'STATUS_200'],
  ['a list', json([{ data: {} }]), 'MALFORMED', 'STATUS_200'],
  ['no data', json({ data: null }), 'MALFORMED', 'STATUS_200'],
  ['a list of data', json({ data: [1] }), 'MALFORMED', 'STATUS_200'],
  ['a word for errors', json({ data: {}, errors: 'none' }), 'MALFORMED', 'STATUS_200'],
  ['too large', json({ data: { text: 'x'.repeat(2000) } }), 'MALFORMED', 'TOO_LARGE'],
])('an answer that is %s is told as such, and not asked for again', async (_, answer, kind, reason) => {
  answers = [answer];
  await expect(client({ maxBytes: 1000 }).ask(QUERY)).rejects.toMatchObject({ kind, reason });
  expect(asked).toHaveLength(1);
});

test('a redirect is not followed: the token stays here', async () => {
  answers = [(response) => void response.writeHead(307, { location: `${url}/elsewhere` }).end()];
  await expect(client().ask(QUERY)).rejects.toMatchObject({ kind: 'UNREACHABLE' });
});

test.each([
  [
    'a subgraph that is away',
    json({ data: { a: null }, errors: [error('SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_TIMED_OUT')] }),
    'SUBGRAPH_TIMED_OUT',
  ],
  ['a proxy’s 502', (response: ServerResponse) => void response.writeHead(502).end('bad gateway'), 'STATUS_502'],
  ['too many requests', json({ errors: [error('RATE_LIMITED', 'RATE_LIMITED')] }, 429), 'RATE_LIMITED'],
  ['a broken connection', (response: ServerResponse) => void response.destroy(), 'GATEWAY_UNREACHABLE'],
])('%s is asked again, and told of when it stays away', async (_, failing, reason) => {
  answers = [failing, json({ data: { ok: true } })];
  expect(await client().ask(QUERY)).toEqual({ ok: true });
  answers = [failing];
  asked = [];
  await expect(client().ask(QUERY)).rejects.toMatchObject({ kind: 'UNREACHABLE', reason });
  expect(asked).toHaveLength(3);
});

test('a gateway that never answers is given up when the time is over', async () => {
  answers = [() => {}];
  await expect(client({ timeoutMs: 50 }).ask(QUERY)).rejects.toMatchObject({ kind: 'UNREACHABLE', reason: 'TIMED_OUT' });
});

describe('the settings', () => {
  const file = path.join(directory, 'machine.token');

  test('a token in a file is read for each question, so that it can be renewed', async () => {
    const ask = graphClientFrom({ GRAPH_URL: url, GRAPH_TOKEN_FILE: file })!;
    await expect(ask.ask(QUERY)).rejects.toMatchObject({ kind: 'REFUSED', reason: 'TOKEN_UNREADABLE' });
    writeFileSync(file, 'first\n');
    await ask.ask(QUERY);
    writeFileSync(file, 'second');
    await ask.ask(QUERY);
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer first', 'Bearer second']);
  });

  test('nobody is asked where they say nothing', () => expect(graphClientFrom({})).toBeNull());

  test.each([
    ['a token without an address', { GRAPH_TOKEN: 'a' }],
    ['an address without a token', { GRAPH_URL: 'http://127.0.0.1:4000/graphql' }],
    ['two tokens', { GRAPH_URL: 'http://127.0.0.1:4000/graphql', GRAPH_TOKEN: 'a', GRAPH_TOKEN_FILE: 'b' }],
    ['what is no address', { GRAPH_URL: 'gateway', GRAPH_TOKEN: 'a' }],
    ['an address of another kind', { GRAPH_URL: 'file:///etc/passwd', GRAPH_TOKEN: 'a' }],
  ])('%s is refused at the start', (_, environment) => expect(() => graphClientFrom(environment)).toThrow(/GRAPH_URL/));
});
