import type { Clock } from './clock';
import type { RequestContext } from './context';
import { followedEvents } from './feed-follower/followed-events-counter';
import { createLog } from './log';
import { type RunningServer, startSubgraphServer } from './server';
import { signCall } from './signature';
import { signingKey } from './signing-key';
import type { SubgraphCall } from './subgraph-call';
import { ANONYMOUS } from './viewer';

const clock: Clock = () => new Date('2026-11-22T08:00:00.000Z');
const key = signingKey('k1', 'a secret that is long enough to sign with');
const context: RequestContext = { viewer: ANONYMOUS, requestId: 'request-1', locale: 'en', purpose: null };

let server: RunningServer;
let calls: SubgraphCall[] = [];
let answer: (call: SubgraphCall) => Promise<{ data: Record<string, unknown> }>;

beforeAll(async () => {
  const executor = (call: SubgraphCall) => {
    calls.push(call);
    return answer(call);
  };
  server = await startSubgraphServer({
    executor,
    keys: [key],
    host: '127.0.0.1',
    port: 0,
    clock,
    log: createLog({ name: 'test' }),
    bodyLimitBytes: 10_000,
    stopWithinMs: 2000,
  });
});

beforeEach(() => {
  calls = [];
  answer = async () => ({ data: { ok: true } });
});

afterAll(() => server.stop());

function post(body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(server.url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
}

const signed = (body: string) => signCall({ key, context, clock, method: 'POST', path: '/graphql', body });

test('a signed call is executed with the context it carries', async () => {
  const body = JSON.stringify({ query: 'query Q { ok }', operationName: 'Q', variables: { a: 1 } });
  const response = await post(body, signed(body));
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ data: { ok: true } });
  expect(calls).toEqual([{ query: 'query Q { ok }', operationName: 'Q', variables: { a: 1 }, context }]);
});

test.each([
  ['an ordinary query', '{ ok }'],
  ['the schema', '{ _service { sdl } }'],
  ['entities', 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }'],
])('an unsigned call for %s is answered 401 and touches nothing', async (_, query) => {
  const response = await post(JSON.stringify({ query }));
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED', reason: 'CALL_UNSIGNED' } }] });
  expect(calls).toEqual([]);
});

test('a call whose body was altered on the way is answered 401', async () => {
  const response = await post('{"query":"{ secrets }"}', signed('{"query":"{ ok }"}'));
  expect(response.status).toBe(401);
  expect(calls).toEqual([]);
});

test('the same call sent twice is executed once', async () => {
  const body = '{"query":"{ ok }"}';
  const headers = signed(body);
  expect((await post(body, headers)).status).toBe(200);
  expect((await post(body, headers)).status).toBe(401);
  expect(calls).toHaveLength(1);
});

test('what the kernel counts in this process is at /metrics', async () => {
  followedEvents.inc({ follower: 'follow-otherFeed', outcome: 'set_aside' });
  const page = await (await fetch(new URL('/metrics', server.url))).text();
  expect(page).toContain('followed_events_total{follower="follow-otherFeed",outcome="set_aside"} 1');
});

test('a signed body that is not a GraphQL call is refused', async () => {
  for (const body of ['not json', '[]', 'null', '{"query":5}']) expect((await post(body, signed(body))).status).toBe(400);
  expect(calls).toEqual([]);
});

test('a body over the limit is refused', async () => {
  const body = JSON.stringify({ query: '#'.repeat(20_000) });
  expect((await post(body, signed(body))).status).toBe(413);
  expect(calls).toEqual([]);
});

test('an executor that throws is masked', async () => {
  answer = async () => {
    throw new Error('SELECT secret FROM rows');
  };
  const body = '{"query":"{ ok }"}';
  const response = await post(body, signed(body));
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(text).toContain('INTERNAL_SERVER_ERROR');
  expect(text).not.toContain('SELECT');
});

test('health and readiness need no signature and tell nothing else', async () => {
  const base = server.url.replace('/graphql', '');
  expect(await (await fetch(`${base}/health`)).json()).toEqual({ status: 'ok' });
  expect(await (await fetch(`${base}/ready`)).json()).toEqual({ status: 'ready' });
});

test('a subgraph whose database does not answer is not ready', async () => {
  const isReady = () => Promise.reject(new Error('no database'));
  const other = await startSubgraphServer({
    executor: answer,
    keys: [key],
    host: '127.0.0.1',
    port: 0,
    clock,
    log: createLog({ name: 'test' }),
    isReady,
  });
  const response = await fetch(other.url.replace('/graphql', '/ready'));
  await other.stop();
  expect(response.status).toBe(503);
});

test('a stop waits for the call in flight', async () => {
  let finish = () => {};
  let begun = () => {};
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const executor = () =>
    new Promise<{ data: Record<string, unknown> }>((resolve) => {
      finish = () => resolve({ data: { late: true } });
      begun();
    });
  const other = await startSubgraphServer({ executor, keys: [key], host: '127.0.0.1', port: 0, clock, log: createLog({ name: 'test' }) });
  const body = '{"query":"{ late }"}';
  const response = fetch(other.url, { method: 'POST', body, headers: signed(body) });
  await hasBegun;
  const stopped = other.stop();
  finish();
  expect(await (await response).json()).toEqual({ data: { late: true } });
  await stopped;
});
