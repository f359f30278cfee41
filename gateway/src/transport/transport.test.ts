import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLog } from '@township-graph/shared/log';
import { NonceCache } from '@township-graph/shared/nonce-cache';
import { readCall, verifyCall } from '@township-graph/shared/signature';
import { signingKey } from '@township-graph/shared/signing-key';
import { ANONYMOUS } from '@township-graph/shared/viewer';
import { Deadline } from '../deadline';
import { httpTransport } from './http-transport';
import { localTransport } from './local-transport';
import { OutgoingCall } from './outgoing-call';
import { plannedOperation } from './planned-operation';
import type { FailureTraits, SubgraphTransport } from './transport';

const clock = () => new Date('2026-11-22T08:00:00.000Z');
const call = new OutgoingCall({
  operation: plannedOperation('{ ok }'),
  context: { viewer: ANONYMOUS, requestId: 'request-1', locale: 'en', purpose: '查询' },
});
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
  const made = httpTransport({ url, key: null, timeoutMs: 30_000, maxResponseBytes: 1000, clock, log, ...over });
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
  const { traits, ...rest } = error as Error & { failure: string; reason: string; traits: FailureTraits };
  return { ...rest, ...traits, shown: JSON.stringify(error) + error.message };
}

test('an answer comes back with its errors', async () => {
  answer = json({ data: { ok: true }, errors: [{ message: 'half' }] });
  expect(await transport().send(call, Deadline.NONE)).toEqual({ data: { ok: true }, errors: [{ message: 'half' }] });
});

test('with a key each call is signed so that the subgraph can verify it', async () => {
  let context: unknown;
  answer = async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    context = verifyCall({
      said: readCall(request.headers),
      keys: [key],
      method: request.method!,
      path: request.url!,
      body,
      clock,
      nonces: new NonceCache(),
    });
    json({ data: {} })(request, response);
  };
  await transport({ key }).send(call, Deadline.NONE);
  expect(context).toEqual(call.context);
});

test('without a key no identity leaves the gateway', async () => {
  let headers: NodeJS.Dict<string | string[]> = {};
  answer = (request, response) => {
    headers = request.headers;
    json({ data: {} })(request, response);
  };
  await transport().send(call, Deadline.NONE);
  expect(Object.keys(headers).filter((name) => name.startsWith('x-tg-'))).toEqual([]);
  expect(headers['x-request-id']).toBe('request-1');
});

test('a subgraph that takes too long is given up', async () => {
  answer = () => {};
  expect(await failureOf(transport({ timeoutMs: 200 }).send(call, Deadline.NONE))).toMatchObject({
    reason: 'SUBGRAPH_TIMED_OUT',
    mayHaveActed: true,
  });
});

test('a subgraph that starts to answer and never ends is given up, even if a byte comes now and then', async () => {
  let dripping: NodeJS.Timeout | undefined;
  answer = (_request, response) => {
    response.setHeader('content-type', 'application/json').write('{"data":');
    dripping = setInterval(() => response.write(' '), 20);
  };
  expect(await failureOf(transport({ timeoutMs: 300 }).send(call, Deadline.NONE))).toMatchObject({ reason: 'SUBGRAPH_TIMED_OUT' });
  clearInterval(dripping);
});

test('a call that waits for a connection is given up by its deadline, too', async () => {
  answer = () => {};
  const slow = transport({ timeoutMs: 10_000 });
  const holding = Array.from({ length: 128 }, () => slow.send(call, Deadline.in(10_000)).catch(() => {}));
  // The verdict tells whose time it was that ran out.
  expect(await failureOf(slow.send(call, Deadline.in(100)))).toMatchObject({ reason: 'SUBGRAPH_TIMED_OUT', verdict: 'unknown' });
  // Again and again, for some of them may still be on their way.
  const cutting = setInterval(() => server.closeAllConnections(), 20);
  await Promise.all(holding);
  clearInterval(cutting);
});

test('the subgraph is told how long its answer is waited for: no longer than is left of the request', async () => {
  const told: number[] = [];
  answer = (request, response) => {
    told.push(Number(request.headers['x-request-timeout']));
    json({ data: {} })(request, response);
  };
  await transport({ timeoutMs: 600_000 }).send(call, Deadline.in(60_000));
  await transport({ timeoutMs: 30_000 }).send(call, Deadline.in(60_000));
  expect(told[0]).toBeGreaterThan(30_000);
  expect(told[0]).toBeLessThan(60_000);
  expect(told[1]).toBe(30_000);
});

test('a call that would come after its request’s deadline is not sent', async () => {
  answer = jest.fn();
  for (const send of [transport().send, localTransport({ execute: jest.fn(), timeoutMs: 1000, maxValues: 1000, log }).send])
    expect(await failureOf(send(call, Deadline.in(0)))).toMatchObject({ reason: 'SUBGRAPH_TIMED_OUT', mayHaveActed: false });
  expect(answer).not.toHaveBeenCalled();
});

test('what a client’s short deadline cut off is not held against the subgraph; its own limit is', async () => {
  answer = () => {};
  expect(await failureOf(transport({ timeoutMs: 10_000 }).send(call, Deadline.in(50)))).toMatchObject({ verdict: 'unknown' });
  expect(await failureOf(transport({ timeoutMs: 50 }).send(call, Deadline.in(60_000)))).toMatchObject({ verdict: 'faulty' });
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
  expect(await failureOf(transport({ timeoutMs: 5000 }).send(call, Deadline.NONE))).toMatchObject({ reason: 'SUBGRAPH_TOO_LARGE' });
  expect(written).toBeLessThan(50_000_000);
});

test('an error page is a refusal, and nothing of it is shown', async () => {
  answer = (_request, response) => void response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>secret stack</h1>');
  const failure = await failureOf(transport().send(call, Deadline.NONE));
  expect(failure).toMatchObject({ reason: 'SUBGRAPH_REFUSED', mayHaveActed: true });
  expect(failure.shown).not.toMatch(/secret|127\.0\.0\.1/);
  expect(lines.join()).toContain('status 500');
});

test('an unauthenticated call was not acted on', async () => {
  answer = (_request, response) => void response.writeHead(401, { 'content-type': 'application/json' }).end('{}');
  expect(await failureOf(transport().send(call, Deadline.NONE))).toMatchObject({ reason: 'SUBGRAPH_REFUSED', mayHaveActed: false });
});

test.each([
  ['by its own word', { 'x-tg-turned-away': 'STARTING' }, { mayHaveActed: false, isPassing: true }],
  ['perhaps by a proxy’s, after it was reached', {}, { mayHaveActed: true, isPassing: true }],
])('a call that was turned away %s', async (_, headers, traits) => {
  answer = (_request, response) => void response.writeHead(503, { 'content-type': 'application/json', ...headers }).end('{}');
  expect(await failureOf(transport().send(call, Deadline.NONE))).toMatchObject({ reason: 'SUBGRAPH_REFUSED', ...traits });
});

test('a redirect is not followed', async () => {
  answer = (_request, response) => void response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end();
  expect(await failureOf(transport().send(call, Deadline.NONE))).toMatchObject({ reason: 'SUBGRAPH_REFUSED' });
});

test.each([
  ['HTML with a good status', 'text/html', '<html></html>'],
  ['broken JSON', 'application/json', '{"data":'],
  ['JSON that is no result', 'application/json', '[1]'],
  ['an empty object', 'application/json', '{}'],
  ['null', 'application/json', 'null'],
  ['a list of data', 'application/json', '{"data":[]}'],
  ['no data without a reason', 'application/json', '{"data":null,"errors":[]}'],
  ['an error that says nothing', 'application/json', '{"data":{"ok":true},"errors":[null]}'],
  ['an error at no place', 'application/json', '{"data":{"ok":true},"errors":[{"message":"a","path":"ok"}]}'],
])('%s is malformed', async (_, type, body) => {
  answer = (_request, response) => void response.setHeader('content-type', type).end(body);
  expect(await failureOf(transport().send(call, Deadline.NONE))).toMatchObject({ reason: 'SUBGRAPH_MALFORMED' });
});

test.each([
  ['something else than HTTP', 'SSH-2.0-OpenSSH_9.2\r\n'],
  ['headers without end', `HTTP/1.1 200 OK\r\nx: ${'x'.repeat(100_000)}\r\n`],
  ['less than it announced', 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 999\r\n\r\n{}'],
])('%s is no answer', async (_, bytes) => {
  answer = (request) => void request.socket.end(bytes);
  const failure = await failureOf(transport().send(call, Deadline.NONE));
  expect(failure.reason).toMatch(/^SUBGRAPH_(MALFORMED|UNREACHABLE)$/);
  expect(failure).toMatchObject({ mayHaveActed: true, verdict: 'faulty' });
  expect(failure.shown).not.toMatch(/SSH|127\.0\.0\.1/);
});

test('a subgraph that is not there is unreachable, cannot have acted, and its address is not shown', async () => {
  const failure = await failureOf(transport({ url: new URL('http://127.0.0.1:1/graphql') }).send(call, Deadline.NONE));
  expect(failure).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', reason: 'SUBGRAPH_UNREACHABLE', mayHaveActed: false });
  expect(failure.shown).not.toContain('127.0.0.1');
  expect(lines.join()).toContain('ECONNREFUSED');
});

test('a connection that breaks half-way may have acted', async () => {
  answer = (request) => void request.socket.destroy();
  expect(await failureOf(transport().send(call, Deadline.NONE))).toMatchObject({ reason: 'SUBGRAPH_UNREACHABLE', mayHaveActed: true });
});

test('in process, a call that takes too long is given up and one that throws is masked', async () => {
  const slow = localTransport({ execute: () => new Promise(() => {}), timeoutMs: 20, maxValues: 1000, log });
  expect(await failureOf(slow.send(call, Deadline.NONE))).toMatchObject({ reason: 'SUBGRAPH_TIMED_OUT', mayHaveActed: true });
  const broken = localTransport({
    execute: async () => {
      throw new Error('SELECT secret');
    },
    timeoutMs: 30_000,
    maxValues: 1000,
    log,
  });
  expect((await failureOf(broken.send(call, Deadline.NONE))).shown).not.toContain('SELECT');
});

test('in process, dates arrive as over HTTP and the resolver’s own objects stay as they are', async () => {
  const own = { at: new Date('2026-11-22T00:00:00.000Z'), list: [1, { at: null }] };
  const { send } = localTransport({ execute: async () => ({ data: { own } }), timeoutMs: 1000, maxValues: 1000, log });
  expect((await send(call, Deadline.NONE)).data).toEqual({ own: { at: '2026-11-22T00:00:00.000Z', list: [1, { at: null }] } });
  expect(own.at).toBeInstanceOf(Date);
});

test('in process, an answer with more values than allowed is refused as one too large', async () => {
  const { send } = localTransport({
    execute: async () => ({ data: { rows: Array.from({ length: 50 }, (_, id) => ({ id })) } }),
    timeoutMs: 1000,
    maxValues: 60,
    log,
  });
  expect(await failureOf(send(call, Deadline.NONE))).toMatchObject({ reason: 'SUBGRAPH_TOO_LARGE' });
});
