import { createLog } from '@township-graph/shared/log';
import { isRedisInstalled, type RedisInstance, startRedis } from '@township-graph/shared/testing/redis';
import { createRateLimit, type RateLimit, type RateLimitOptions } from './rate-limit';

const log = createLog({ name: 'test' });
const open: RateLimit[] = [];

async function limit(options: Partial<RateLimitOptions> = {}): Promise<RateLimit> {
  const made = await createRateLimit({ points: 100, anonymousPoints: 50, seconds: 600, redisUrl: null, log, ...options });
  open.push(made);
  return made;
}

const subject = (key: string) => ({ isAnonymous: false, key });
const address = (key: string) => ({ isAnonymous: true, key });
const SPENT = expect.objectContaining({
  code: 'RATE_LIMITED',
  reason: 'BUDGET_SPENT',
  details: { retryAfterSeconds: expect.any(Number) },
});

afterEach(() => Promise.all(open.splice(0).map((each) => each.close())));

describe('in memory', () => {
  test('a budget is spent by points, and then told when to come again', async () => {
    const rates = await limit();
    await rates.charge(subject('a'), 60);
    await rates.charge(subject('a'), 40);
    const refusal = await rates.charge(subject('a'), 1)?.catch((error) => error);
    expect(refusal).toEqual(SPENT);
    expect(refusal.retryAfterSeconds).toBeGreaterThanOrEqual(1);
    expect(refusal.retryAfterSeconds).toBeLessThanOrEqual(600);
  });

  test('each principal has a budget of its own; those without a token have another size of it', async () => {
    const rates = await limit();
    await rates.charge(subject('a'), 100);
    await rates.charge(subject('b'), 100);
    await rates.charge(address('a'), 50);
    await expect(rates.charge(address('a'), 1)).rejects.toEqual(SPENT);
  });

  test('what costs more than a whole budget is had for the whole of it', async () => {
    const rates = await limit();
    await rates.charge(subject('a'), 1_000_000);
    await expect(rates.charge(subject('a'), 1)).rejects.toEqual(SPENT);
  });

  test('no points are no limit', async () => {
    const rates = await limit({ points: 0 });
    for (let time = 0; time < 10; time += 1) await rates.charge(subject('a'), 1_000_000);
    await rates.charge(address('a'), 50);
    await expect(rates.charge(address('a'), 1)).rejects.toEqual(SPENT);
  });
});

(isRedisInstalled() ? describe : describe.skip)('with Redis', () => {
  let redis: RedisInstance;

  beforeEach(async () => {
    redis = await startRedis();
  });
  afterEach(() => redis.stop());

  /** Charges until what is charged arrives in Redis: a lost connection is made anew in the background. */
  async function countedTogether(rates: RateLimit): Promise<void> {
    const observer = await limit({ redisUrl: redis.url });
    for (let attempt = 0; attempt < 500; attempt += 1) {
      const key = `attempt-${attempt}`;
      await rates.charge(subject(key), 100);
      if (await observer.charge(subject(key), 1)?.catch(() => 'spent')) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('nothing arrived in Redis');
  }

  test('all processes count together', async () => {
    const [one, other] = [await limit({ redisUrl: redis.url }), await limit({ redisUrl: redis.url })];
    await one.charge(subject('a'), 70);
    await expect(other.charge(subject('a'), 70)).rejects.toEqual(SPENT);
    await expect(one.charge(subject('a'), 1)).rejects.toEqual(SPENT);
    await one.charge(address('a'), 50);
  });

  test.each([
    ['goes down', () => redis.stop()],
    ['hangs', async () => redis.suspend()],
  ])('a Redis that %s is neither an outage nor no limit: this process counts alone', async (_, fail) => {
    const rates = await limit({ redisUrl: redis.url });
    await rates.charge(subject('a'), 70);
    await fail();
    await rates.charge(subject('a'), 70);
    await expect(rates.charge(subject('a'), 70)).rejects.toEqual(SPENT);
    await rates.charge(subject('b'), 70);
  });

  test('a Redis that comes back counts again', async () => {
    const rates = await limit({ redisUrl: redis.url });
    redis.suspend();
    await rates.charge(subject('a'), 1);
    redis.resume();
    await countedTogether(rates);
  });

  test('a Redis that is not there at the start is no obstacle, and is used once it is', async () => {
    await redis.stop();
    const rates = await limit({ redisUrl: redis.url });
    await rates.charge(subject('a'), 70);
    await expect(rates.charge(subject('a'), 70)).rejects.toEqual(SPENT);
    redis = await startRedis(Number(new URL(redis.url).port));
    await countedTogether(rates);
  });
});
