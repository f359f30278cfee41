import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SUPERGRAPH } from '@township-graph/commands/paths';
import { startWholeGraph, type WholeGraph } from '@township-graph/commands/whole-graph';
import { createAuthentication } from '@township-graph/gateway/authentication/authentication';
import { remoteKeySet } from '@township-graph/gateway/authentication/remote-key-set';
import { TOKEN_AUDIENCE } from '@township-graph/gateway/config';
import { DEVELOPMENT_ISSUER } from '@township-graph/gateway/development-key';
import { createGateway } from '@township-graph/gateway/gateway';
import { createLog } from '@township-graph/shared/log';
import { testConfig } from '../gateway/testing/test-config';

const directory = mkdtempSync(path.join(tmpdir(), 'township-graph-tokens-'));
const denyList = path.join(directory, 'denied.json');
const NOON = new Date('2026-12-31T04:00:00.000Z');

let graph: WholeGraph;
let now = NOON;
let log = '';

beforeAll(async () => {
  writeFileSync(denyList, '[]');
  graph = await startWholeGraph({
    config: testConfig({ TOKEN_DENY_LIST: denyList, TOKEN_POLL_MS: '5' }),
    keyDirectory: directory,
    clock: () => now,
    log: createLog({
      name: 'test',
      level: 'trace',
      destination: {
        write: (line) => {
          log += line;
        },
      },
    }),
    databaseUrl: () => 'sqlite::memory:',
  });
});

beforeEach(() => {
  now = NOON;
  log = '';
});

afterAll(async () => {
  await graph.stop();
  rmSync(directory, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query
  readonly data: any;
  readonly reason: string | undefined;
}

/** Asks by Node.js' own client: `fetch` would join the headers that stand twice. */
function ask(query: string, authorization?: string | readonly string[], search = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', ...(authorization !== undefined && { authorization: authorization as string }) };
    const asking = request(`${graph.url}/graphql${search}`, { method: 'POST', headers, agent: false }, async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      const { data, errors } = JSON.parse(text);
      resolve({ status: response.statusCode!, text, data, reason: errors?.[0]?.extensions?.reason });
    });
    asking.on('error', reject);
    asking.end(JSON.stringify({ query }));
  });
}

const WHO = '{ viewer { subject } }';
const clerk = (claims: object = {}) => graph.sign({ sub: 'clerk', divisions: ['410225201'], scope: 'matters:read', ...claims });

test('a time-bound duty ends with its last day in Shanghai, for a token that goes on and a process that does not stop', async () => {
  const divisions = [{ code: '410225201', until: '2026-12-31' }, '410225202'];
  const bearer = `Bearer ${await graph.sign({ sub: 'clerk', divisions, scope: 'matters:read' }, 24 * 3600)}`;
  const seen = async () => {
    const { data } = await ask('{ viewer { divisions { code until } } matters(filter: { state: DRAFT }) { nodes { id } } }', bearer);
    return { divisions: data.viewer.divisions.map(({ code }: { code: string }) => code), seesDrafts: data.matters.nodes.length > 0 };
  };
  const onDuty = { divisions: ['410225201', '410225202'], seesDrafts: true };
  const offDuty = { divisions: ['410225202'], seesDrafts: false };
  expect(await seen()).toEqual(onDuty);
  now = new Date('2026-12-31T15:59:59.999Z');
  expect(await seen()).toEqual(onDuty);
  now = new Date('2026-12-31T16:00:00.000Z');
  expect(await seen()).toEqual(offDuty);
  // Within the minute in which the token counts as verified, and after it.
  now = new Date('2026-12-31T16:00:59.000Z');
  expect(await seen()).toEqual(offDuty);
});

test.each([
  ['no scope', { scope: '' }],
  ['no division', { divisions: [] }],
  ['the scope of another subgraph', { scope: 'enforcement:read' }],
  ['a division elsewhere', { divisions: ['410225202'] }],
])('a token with %s sees what anybody sees', async (_, claims) => {
  const query =
    '{ matters(filter: { state: [DRAFT, PUBLISHED] }) { totalCount } drafts: matters(filter: { state: DRAFT }) { totalCount } }';
  const { data } = await ask(query, `Bearer ${await clerk(claims)}`);
  expect(data).toEqual((await ask(query)).data);
  expect(data.drafts.totalCount).toBe(0);
});

test('a token on the deny list is refused from then on', async () => {
  const [lost, kept] = [await clerk({ sub: 'lost' }), await clerk({ sub: 'kept' })];
  expect((await ask(WHO, `Bearer ${lost}`)).data).toEqual({ viewer: { subject: 'lost' } });
  const { jti } = JSON.parse(Buffer.from(lost.split('.')[1]!, 'base64url').toString());
  writeFileSync(denyList, JSON.stringify([jti]));
  let answer = await ask(WHO, `Bearer ${lost}`);
  while (answer.status === 200) answer = await ask(WHO, `Bearer ${lost}`);
  expect(answer).toMatchObject({ status: 401, reason: 'TOKEN_REVOKED' });
  expect((await ask(WHO, `Bearer ${kept}`)).data).toEqual({ viewer: { subject: 'kept' } });
});

test('the scheme may be written in any case; two of these headers are refused, whichever is good', async () => {
  const good = `bEaReR ${await clerk()}`;
  expect((await ask(WHO, good)).data).toEqual({ viewer: { subject: 'clerk' } });
  for (const both of [
    [good, 'Bearer x'],
    ['Bearer x', good],
    [good, good],
  ]) {
    expect(await ask(WHO, both)).toMatchObject({ status: 401, reason: 'TOKEN_MALFORMED' });
  }
});

test('a token that cannot be verified for now costs the request, not the token: 503', async () => {
  const nowhere = new URL('http://127.0.0.1:1/jwks');
  const quiet = createLog({ name: 'test', level: 'silent' });
  const keys = remoteKeySet({ url: nowhere, production: false, clock: () => now, log: quiet });
  const authentication = createAuthentication({
    keys,
    issuer: DEVELOPMENT_ISSUER,
    audience: TOKEN_AUDIENCE,
    denyList: null,
    clock: () => now,
    log: quiet,
  });
  const gateway = await createGateway({ supergraph: SUPERGRAPH, authentication, config: testConfig(), log: quiet });
  const post = (authorization?: string) =>
    gateway.app.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query: '{ __typename }' },
      headers: { ...(authorization && { authorization }) },
    });
  const refused = await post(`Bearer ${await clerk()}`);
  expect(refused.statusCode).toBe(503);
  expect(refused.json().errors[0].extensions).toMatchObject({ code: 'UNAUTHENTICATED', reason: 'TOKEN_UNVERIFIABLE' });
  expect((await post()).json()).toEqual({ data: { __typename: 'Query' } });
  await gateway.stop();
});

test('a token in the address is not read: addresses are logged by everything on the way', async () => {
  const token = await clerk();
  for (const name of ['access_token', 'token', 'authorization', 'Authorization']) {
    expect((await ask(WHO, undefined, `?${name}=${token}`)).data).toEqual({ viewer: { subject: null } });
  }
});

test('no token, whole or in part, is in the log or in an answer', async () => {
  const good = await clerk();
  now = new Date(NOON.getTime() - 24 * 3600_000);
  const expired = await clerk();
  now = NOON;
  const [head, payload, signature] = good.split('.') as [string, string, string];
  const tokens = [
    good,
    expired,
    `${head}.${payload}.${signature.slice(0, -8)}AAAAAAAA`,
    `${good}~`,
    await clerk({ padding: 'x'.repeat(9000) }),
  ];
  let told = '';
  for (const token of tokens) told += (await ask(WHO, `Bearer ${token}`)).text;
  told += (await ask('{ no such field', `Bearer ${good}`)).text;
  told += log;
  expect(log).toContain('"status":401');
  for (const token of tokens) for (const part of token.split('.')) expect(told).not.toContain(part.slice(0, 40));
});
