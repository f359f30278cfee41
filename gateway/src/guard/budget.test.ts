import { isRedisInstalled, type RedisInstance, startRedis } from '@township-graph/shared/testing/redis';
import { type Answer, type LibraryGateway, startLibraryGateway } from '../../testing/library-gateway';

const gateways: LibraryGateway[] = [];

async function start(env: Record<string, string> = {}): Promise<LibraryGateway> {
  // A time that no test outlives, so that none depends on when it ends.
  const gateway = await startLibraryGateway({ RATE_LIMIT_SECONDS: '3600', ...env });
  gateways.push(gateway);
  return gateway;
}

afterAll(() => Promise.all(gateways.map((gateway) => gateway.stop())));

const CHEAP = '{ title }';
const DEAR = '{ books(first: 100) { id } }';
const as = (name: string) => ({ headers: { authorization: `Bearer ${name}` } });

/** What it costs the second time: the first, a text is new and has to be understood. */
async function warm(gateway: LibraryGateway, ...queries: string[]): Promise<void> {
  for (const query of queries) await gateway.ask(query, as('warmer'));
}

function expectSpent({ status, headers, body }: Answer): void {
  expect(status).toBe(429);
  expect(body.data).toBeUndefined();
  const { retryAfterSeconds } = body.errors[0].extensions;
  expect(body.errors[0].extensions).toEqual({
    code: 'RATE_LIMITED',
    reason: 'BUDGET_SPENT',
    retryAfterSeconds: expect.any(Number),
    requestId: headers['x-request-id'],
  });
  expect(retryAfterSeconds).toBeGreaterThan(0);
  expect(retryAfterSeconds).toBeLessThanOrEqual(3600);
  expect(headers['retry-after']).toBe(String(retryAfterSeconds));
}

/** How often it is answered before the budget is spent. */
async function answersUntilSpent(most: number, ask: () => Promise<Answer>): Promise<number> {
  for (let answered = 0; answered < most; answered += 1) if ((await ask()).status === 429) return answered;
  return most;
}

test('a token’s subject spends its budget by cost: few dear questions or many cheap ones', async () => {
  const gateway = await start({ RATE_LIMIT_POINTS: '500' });
  await warm(gateway, CHEAP, DEAR);
  expect(await answersUntilSpent(600, () => gateway.ask(CHEAP, as('a')))).toBe(500);
  expect(await answersUntilSpent(600, () => gateway.ask(DEAR, as('b')))).toBe(5);
  expectSpent(await gateway.ask(CHEAP, as('a')));
  expect((await gateway.ask(CHEAP, as('c'))).status).toBe(200);
});

test('what a cost hangs on is looked at each time', async () => {
  const gateway = await start({ RATE_LIMIT_POINTS: '500' });
  const query = 'query ($first: Int!) { books(first: $first) { id } }';
  const ask = (name: string, first: number) => gateway.ask(query, { ...as(name), variables: { first } });
  await ask('warmer', 1);
  expect(await answersUntilSpent(600, () => ask('a', 100))).toBe(5);
  expect(await answersUntilSpent(600, () => ask('b', 1))).toBeGreaterThan(100);
});

test('a text that is new costs its understanding, each time as long as it is not valid', async () => {
  const gateway = await start({ RATE_LIMIT_POINTS: '300' });
  const wrong = `{ ${'nothing '.repeat(10)} }`;
  expect(await answersUntilSpent(300, () => gateway.ask(wrong, as('a')))).toBeLessThan(5);
  let serial = 0;
  expect(await answersUntilSpent(300, () => gateway.ask(`query Q${++serial} { title title title }`, as('b')))).toBeLessThan(10);
});

test('each outcome of conditions is planned for itself, and costs that', async () => {
  const gateway = await start({ RATE_LIMIT_POINTS: '300' });
  const query = 'query ($a: Boolean!, $b: Boolean!) { title @include(if: $a) x: title @skip(if: $b) y: title z: title }';
  const outcomes = [0, 1, 2, 3].map((number) => ({ a: number % 2 === 0, b: number > 1 }));
  await gateway.ask(query, { ...as('warmer'), variables: outcomes[0] });
  await gateway.ask(query, { ...as('warmer'), variables: outcomes[1] });
  const spent = async (name: string, variables: object) => answersUntilSpent(300, () => gateway.ask(query, { ...as(name), variables }));
  expect(await spent('known', outcomes[1]!)).toBe(300);
  expect(await spent('new', outcomes[2]!)).toBeLessThan(270);
});

test('without a token the address has a budget of its own size', async () => {
  const gateway = await start({ RATE_LIMIT_POINTS: '0', RATE_LIMIT_ANONYMOUS_POINTS: '20' });
  await warm(gateway, CHEAP);
  expect(await answersUntilSpent(40, () => gateway.ask(CHEAP))).toBe(20);
  expect(await answersUntilSpent(40, () => gateway.ask(CHEAP, as('a')))).toBe(40);
});

test('refusals are not free, and more than a cheap answer', async () => {
  const gateway = await start({ RATE_LIMIT_POINTS: '1000' });
  const bomb = `{ books { ${'author { books { '.repeat(30)}`;
  const tooMuch = JSON.stringify({ query: CHEAP, variables: Array(20_000).fill(1) });
  const send = (payload: string) =>
    gateway.send({ method: 'POST', url: '/graphql', headers: { ...as('b').headers, 'content-type': 'application/json' }, payload });
  expect(await answersUntilSpent(100, () => gateway.ask(bomb, as('a')))).toBe(10);
  expect(await answersUntilSpent(100, () => send(tooMuch))).toBe(10);
});

test.each(['bad', 'new-bad'])('tokens that do not hold are charged to the address they come from: %s', async (token) => {
  const gateway = await start({ RATE_LIMIT_ANONYMOUS_POINTS: '20' });
  await warm(gateway, CHEAP);
  for (let time = 0; time < 20; time += 1) expect((await gateway.ask(CHEAP, as(token))).status).toBe(401);
  expectSpent(await gateway.ask(CHEAP, as(token)));
  expectSpent(await gateway.ask(CHEAP));
  expect((await gateway.ask(CHEAP, as('good'))).status).toBe(200);
});

test.each(['a', 'new-a'])('whoever holds one pays the entrance once: %s', async (token) => {
  const gateway = await start({ RATE_LIMIT_POINTS: '20' });
  await warm(gateway, CHEAP);
  expect(await answersUntilSpent(100, () => gateway.ask(CHEAP, as(token)))).toBe(20);
});

test('each operation of a batch is charged', async () => {
  const gateway = await start({ RATE_LIMIT_POINTS: '500' });
  await warm(gateway, DEAR);
  const batch = () => gateway.send({ method: 'POST', url: '/graphql', ...as('a'), payload: Array(5).fill({ query: DEAR }) });
  expect(await answersUntilSpent(5, batch)).toBe(1);
});

test('nobody is limited by default in what a demonstration does', async () => {
  const gateway = await start();
  expect(await answersUntilSpent(300, () => gateway.ask(DEAR))).toBe(300);
});

describe('behind a proxy', () => {
  const from = (gateway: LibraryGateway, remoteAddress: string, forwarded?: string) =>
    gateway.send({
      method: 'POST',
      url: '/graphql',
      remoteAddress,
      payload: { query: CHEAP },
      ...(forwarded && { headers: { 'x-forwarded-for': forwarded } }),
    });
  const env = { RATE_LIMIT_ANONYMOUS_POINTS: '5' };
  let serial = 0;

  test('X-Forwarded-For is nothing as long as nobody is trusted to write it', async () => {
    const gateway = await start(env);
    await warm(gateway, CHEAP);
    expect(await answersUntilSpent(20, () => from(gateway, '192.0.2.1', `198.51.100.${++serial}`))).toBe(5);
  });

  test('a trusted proxy’s word counts, and of it the part that the proxy wrote', async () => {
    const gateway = await start({ ...env, TRUST_PROXY: '10.0.0.0/8, loopback' });
    await warm(gateway, CHEAP);
    expect(await answersUntilSpent(20, () => from(gateway, '10.1.2.3', `198.51.100.${++serial % 200}`))).toBe(20);
    expect(await answersUntilSpent(20, () => from(gateway, '10.1.2.3', `192.0.2.${++serial % 200}, 203.0.113.7`))).toBe(5);
    expect(await answersUntilSpent(20, () => from(gateway, '192.0.2.1', `198.51.100.${++serial % 200}`))).toBe(5);
  });
});

(isRedisInstalled() ? describe : describe.skip)('with Redis', () => {
  let redis: RedisInstance;

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  test('several gateways share the budgets, and go on by themselves without it', async () => {
    const env = { RATE_LIMIT_POINTS: '100', REDIS_URL: redis.url };
    const [one, other] = [await start(env), await start(env)];
    await warm(one, CHEAP);
    await warm(other, CHEAP);
    let turn = 0;
    expect(await answersUntilSpent(300, () => (++turn % 2 ? one : other).ask(CHEAP, as('a')))).toBe(100);
    await redis.stop();
    expect(await answersUntilSpent(300, () => one.ask(CHEAP, as('b')))).toBe(100);
  });
});
