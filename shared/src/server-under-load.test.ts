import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from './clock';
import type { RequestContext } from './context';
import { createLog } from './log';
import { type RunningServer, type SubgraphServerOptions, startSubgraphServer } from './server';
import { signCall } from './signature';
import { signingKey } from './signing-key';
import { ANONYMOUS } from './viewer';

const clock: Clock = () => new Date('2026-11-22T08:00:00.000Z');
const key = signingKey('k1', 'a secret that is long enough to sign with');
const context: RequestContext = { viewer: ANONYMOUS, requestId: 'request-1', locale: 'en', purpose: null };
const BODY = '{"query":"{ ok }"}';

/** Keeps its connections, as a gateway does. */
const agent = new Agent({ keepAlive: true });
const servers: RunningServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});
afterAll(() => agent.destroy());

/** A server whose calls end when they are told to. */
async function start(options: Partial<SubgraphServerOptions> = {}) {
  const ends: (() => void)[] = [];
  const server = await startSubgraphServer({
    executor: () =>
      new Promise((resolve) => {
        ends.push(() => resolve({ data: { ok: true } }));
      }),
    keys: [key],
    host: '127.0.0.1',
    port: 0,
    clock,
    log: createLog({ name: 'test' }),
    ...options,
  });
  servers.push(server);
  return { server, ends, base: server.url.replace('/graphql', '') };
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

function call(url: string, headers: Record<string, string> = {}) {
  const signed = signCall({ key, context, clock, method: 'POST', path: '/graphql', body: BODY });
  const sent = request(url, { method: 'POST', agent, headers: { 'content-type': 'application/json', ...signed, ...headers } });
  const answer = new Promise<Answer>((resolve, reject) => {
    sent.on('error', reject);
    sent.on('response', async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      resolve({ status: response.statusCode!, headers: response.headers, text });
    });
  });
  sent.end(BODY);
  return { answer, hangUp: () => sent.destroy() };
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(10);
}

const statusOf = async (url: string) => (await fetch(url)).status;

test('a stop finishes the call in flight, takes no new one, is not ready, and lets connections go', async () => {
  const { server, ends, base } = await start();
  const inFlight = call(server.url);
  await until(() => ends.length === 1);
  const stopped = server.stop();
  expect(await statusOf(`${base}/ready`)).toBe(503);
  expect(await statusOf(`${base}/health`)).toBe(200);
  const late = await call(server.url).answer;
  expect(late).toMatchObject({ status: 503, headers: { 'x-tg-turned-away': 'DRAINING', connection: 'close' } });
  expect(ends).toHaveLength(1);
  ends[0]!();
  expect(await inFlight.answer).toMatchObject({ status: 200, text: '{"data":{"ok":true}}', headers: { connection: 'close' } });
  await stopped;
  await expect(fetch(`${base}/health`)).rejects.toThrow();
});

test('a stop does not wait for a call that never ends', async () => {
  const { server, ends } = await start({ stopWithinMs: 50 });
  const { answer } = call(server.url);
  const cut = expect(answer).rejects.toThrow();
  await until(() => ends.length === 1);
  await server.stop();
  await cut;
});

test('calls over the limit are turned away, as never acted on; health and readiness are not', async () => {
  const { server, ends, base } = await start({ limits: { running: 1, waiting: 0 } });
  const first = call(server.url);
  await until(() => ends.length === 1);
  const { status, headers, text } = await call(server.url).answer;
  expect([status, headers['retry-after'], headers['x-tg-turned-away']]).toEqual([503, '1', 'OVERLOADED']);
  expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED', reason: 'OVERLOADED' } }] });
  expect(await Promise.all(['health', 'ready'].map((path) => statusOf(`${base}/${path}`)))).toEqual([200, 200]);
  ends[0]!();
  expect((await first.answer).status).toBe(200);
  expect(ends).toHaveLength(1);
});

test('a stranger does not learn how busy it is', async () => {
  const { server, ends } = await start({ limits: { running: 1, waiting: 0 } });
  call(server.url).answer.catch(() => {});
  await until(() => ends.length === 1);
  expect((await fetch(server.url, { method: 'POST', body: BODY })).status).toBe(401);
  ends[0]!();
});

test('a call that waited longer than its sender does is dropped', async () => {
  const { server, ends } = await start({ limits: { running: 1, waiting: 1 } });
  const first = call(server.url);
  await until(() => ends.length === 1);
  expect((await call(server.url, { 'x-request-timeout': '20' }).answer).status).toBe(503);
  ends[0]!();
  await first.answer;
  expect(ends).toHaveLength(1);
});

test('a call whose sender has gone leaves the queue to others', async () => {
  const { server, ends, base } = await start({ limits: { running: 1, waiting: 1 } });
  const first = call(server.url);
  await until(() => ends.length === 1);
  const gone = call(server.url);
  gone.answer.catch(() => {});
  // What was sent before an answered question has arrived.
  await statusOf(`${base}/health`);
  gone.hangUp();
  let next = call(server.url);
  const isTurnedAway = () => Promise.race([next.answer.then(() => true), pause(50, false)]);
  while (await isTurnedAway()) next = call(server.url);
  ends[0]!();
  await until(() => ends.length === 2);
  ends[1]!();
  expect((await next.answer).status).toBe(200);
  expect((await first.answer).status).toBe(200);
});
