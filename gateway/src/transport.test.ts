import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLog } from '@township-graph/shared/log';
import { NonceCache, signingKey, verifyCall } from '@township-graph/shared/signature';
import type { SubgraphCall } from '@township-graph/shared/subgraph-call';
import { ANONYMOUS } from '@township-graph/shared/viewer';
import { httpTransport } from './http-transport';
import { localTransport } from './local-transport';
import type { SubgraphTransport } from './transport';

const clock = () => new Date('2026-11-22T08:00:00.000Z');
const call: SubgraphCall = { query: '{ ok }', context: { viewer: ANONYMOUS, requestId: 'request-1', locale: 'en', purpose: '查询' } };
const key = signingKey('k1', 'a secret that is long enough to sign with');

let server: Server;
let answer: RequestListener;
let url: URL;
let lines: string[] = [];
const opened: SubgraphTransport[] = [];

beforeAll(async () => {
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
});

beforeEach(() => {
  lines = [];
});

afterAll(async () => {
  await Promise.all(opened.map((transport) => transport.close?.()));
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const log = createLog({ name: 'test', level: 'warn', destination: { write: (line: string) => void lines.push(line) } });

function transport(over: Partial<Parameters<typeof httpTransport>[0]> = {}): SubgraphTransport {
  const made = httpTransport({ url, key: null, timeoutMs: 300, maxResponseBytes: 1000, clock, log, ...over });
  opened.push(made);
  return made;
}

function json(body: unknown): RequestListener {
  return (_request, response) => void response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
}

async function failureOf(sending: Promise<unknown>) {
  const error = await sending.then(
    () => {
      throw new Error('answered');
    },
    (caught: Error) => caught,
  );
  return { ...(error as Error & { failure: string; mayHaveActed: boolean; reason: string }), shown: JSON.stringify(error) + error.message };
}

test('an answer comes back with its errors', async () => {
  answer = json({ data: { ok: true }, errors: [{ message: 'half' }] });
  expect(await transport().send(call)).toEqual({ data: { ok: true }, errors: [{ message: 'half' }] });
});

test('with a key each call is signed so that the subgraph can verify it', async () => {
  let context: unknown;
  answer = async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    context = verifyCall({
      keys: [key],
      method: request.method!,
      path: request.url!,
      headers: request.headers,
      body,
      clock,
      nonces: new NonceCache(),
    });
    json({ data: {} })(request, response);
  };
  await transport({ key }).send(call);
  expect(context).toEqual(call.context);
});

test('without a key no identity leaves the gateway', async () => {
  let headers: NodeJS.Dict<string | string[]> = {};
  answer = (request, response) => {
    headers = request.headers;
    json({ data: {} })(request, response);
  };
  await transport().send(call);
  expect(Object.keys(headers).filter((name) => name.startsWith('x-tg-'))).toEqual([]);
  expect(headers['x-request-id']).toBe('request-1');
});

test('a subgraph that takes too long is given up', async () => {
  answer = () => {};
  expect(await failureOf(transport().send(call))).toMatchObject({ reason: 'SUBGRAPH_TIMED_OUT', mayHaveActed: true });
});

test('a subgraph that starts to answer and never ends is given up', async () => {
  answer = (_request, response) => void response.setHeader('content-type', 'application/json').write('{"data":');
  expect(await failureOf(transport().send(call))).toMatchObject({ reason: 'SUBGRAPH_TIMED_OUT' });
});

test('an answer over the limit is cut off while it streams', async () => {
  let written = 0;
  answer = (_request, response) => {
    response.setHeader('content-type', 'application/json');
    const more = () => {
      while (!response.destroyed && written < 50_000_000) {
        written += 10_000;
        if (!response.write('x'.repeat(10_000))) return void response.once('drain', more);
      }
    };
    more();
  };
  expect(await failureOf(transport({ timeoutMs: 5000 }).send(call))).toMatchObject({ reason: 'SUBGRAPH_TOO_LARGE' });
  expect(written).toBeLessThan(50_000_000);
});

test('an error page is a refusal, and nothing of it is shown', async () => {
  answer = (_request, response) => void response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>secret stack</h1>');
  const failure = await failureOf(transport().send(call));
  expect(failure).toMatchObject({ reason: 'SUBGRAPH_REFUSED', mayHaveActed: true });
  expect(failure.shown).not.toMatch(/secret|127\.0\.0\.1/);
  expect(lines.join()).toContain('status 500');
});

test('an unauthenticated call was not acted on', async () => {
  answer = (_request, response) => void response.writeHead(401, { 'content-type': 'application/json' }).end('{}');
  expect(await failureOf(transport().send(call))).toMatchObject({ reason: 'SUBGRAPH_REFUSED', mayHaveActed: false });
});

test('a redirect is not followed', async () => {
  answer = (_request, response) => void response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end();
  expect(await failureOf(transport().send(call))).toMatchObject({ reason: 'SUBGRAPH_REFUSED' });
});

test.each([
  ['HTML with a good status', 'text/html', '<html></html>'],
  ['broken JSON', 'application/json', '{"data":'],
  ['JSON that is no result', 'application/json', '[1]'],
  ['an empty object', 'application/json', '{}'],
  ['null', 'application/json', 'null'],
])('%s is malformed', async (_, type, body) => {
  answer = (_request, response) => void response.setHeader('content-type', type).end(body);
  expect(await failureOf(transport().send(call))).toMatchObject({ reason: 'SUBGRAPH_MALFORMED' });
});

test('a subgraph that is not there is unreachable, cannot have acted, and its address is not shown', async () => {
  const failure = await failureOf(transport({ url: new URL('http://127.0.0.1:1/graphql') }).send(call));
  expect(failure).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', reason: 'SUBGRAPH_UNREACHABLE', mayHaveActed: false });
  expect(failure.shown).not.toContain('127.0.0.1');
  expect(lines.join()).toContain('ECONNREFUSED');
});

test('a connection that breaks half-way may have acted', async () => {
  answer = (request) => void request.socket.destroy();
  expect(await failureOf(transport().send(call))).toMatchObject({ reason: 'SUBGRAPH_UNREACHABLE', mayHaveActed: true });
});

test('in process, a call that takes too long is given up and one that throws is masked', async () => {
  const slow = localTransport({ execute: () => new Promise(() => {}), timeoutMs: 20, maxValues: 1000, log });
  expect(await failureOf(slow.send(call))).toMatchObject({ reason: 'SUBGRAPH_TIMED_OUT', mayHaveActed: true });
  const broken = localTransport({
    execute: async () => {
      throw new Error('SELECT secret');
    },
    timeoutMs: 20,
    maxValues: 1000,
    log,
  });
  expect((await failureOf(broken.send(call))).shown).not.toContain('SELECT');
});

test('in process, dates arrive as over HTTP and the resolver’s own objects stay as they are', async () => {
  const own = { at: new Date('2026-11-22T00:00:00.000Z'), list: [1, { at: null }] };
  const { send } = localTransport({ execute: async () => ({ data: { own } }), timeoutMs: 1000, maxValues: 1000, log });
  expect((await send(call)).data).toEqual({ own: { at: '2026-11-22T00:00:00.000Z', list: [1, { at: null }] } });
  expect(own.at).toBeInstanceOf(Date);
});

test('in process, an answer with more values than allowed is refused as one too large', async () => {
  const { send } = localTransport({
    execute: async () => ({ data: { rows: Array.from({ length: 50 }, (_, id) => ({ id })) } }),
    timeoutMs: 1000,
    maxValues: 60,
    log,
  });
  expect(await failureOf(send(call))).toMatchObject({ reason: 'SUBGRAPH_TOO_LARGE' });
});
