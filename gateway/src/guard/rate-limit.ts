import { DomainError } from '@township-graph/shared/errors';
import type { Logger } from '@township-graph/shared/log';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Principal } from './principal';

export interface RateLimitOptions {
  /** What a token's subject may spend in the time; 0 is no limit. */
  readonly points: number;
  /** The same for a client without a token, by its address. */
  readonly anonymousPoints: number;
  readonly seconds: number;
  /** Counts for all processes together; null counts in this one. */
  readonly redisUrl: string | null;
  readonly log: Logger;
}

/** Budgets of points, one a principal, that fill up again after some time. */
export interface RateLimit {
  /** Takes points from the principal's budget, or throws RATE_LIMITED when it is spent; nothing to wait for where there is no limit. */
  charge(principal: Principal, points: number): Promise<void> | null;
  close(): Promise<void>;
}

type Limiter = RateLimiterMemory | RateLimiterRedis;

export async function createRateLimit({ points, anonymousPoints, redisUrl, seconds, log }: RateLimitOptions): Promise<RateLimit> {
  const redis = redisUrl && (points > 0 || anonymousPoints > 0) ? await redisAt(redisUrl, log) : null;
  const subjects = limiterOf('subject', points, seconds, redis);
  const addresses = limiterOf('address', anonymousPoints, seconds, redis);
  return {
    charge({ isAnonymous, key }, wanted) {
      const limiter = isAnonymous ? addresses : subjects;
      return limiter && consume(limiter, key, wanted);
    },
    close: async () => redis?.disconnect(),
  };
}

async function consume(limiter: Limiter, key: string, wanted: number): Promise<void> {
  try {
    // What costs more than a whole budget takes the whole of it, so that it can be had at all.
    await limiter.consume(key, Math.min(Math.ceil(wanted), limiter.points));
  } catch (error) {
    throw error instanceof RateLimiterRes ? new RateLimited(Math.max(1, Math.ceil(error.msBeforeNext / 1000))) : error;
  }
}

/** Its client is loaded here and nowhere else: who counts in one process pays nothing for it. */
function redisAt(url: string, log: Logger): Promise<Redis> {
  const { connectRedis } = require('./redis') as typeof import('./redis');
  return connectRedis(url, log);
}

function limiterOf(name: string, points: number, duration: number, redis: Redis | null): Limiter | null {
  if (points === 0) return null;
  const options = { keyPrefix: `township-graph:rate:${name}`, points, duration };
  const memory = new RateLimiterMemory(options);
  if (!redis) return memory;
  return new RateLimiterRedis({
    ...options,
    storeClient: redis,
    rejectIfRedisNotReady: true,
    // Whose budget is spent is remembered here: hammering on does not reach Redis.
    inMemoryBlockOnConsumed: points + 1,
    // While Redis is away each process counts for itself: neither no limit nor no service.
    insuranceLimiter: memory,
  });
}

/** The principal's budget is spent until it fills up again. */
export class RateLimited extends DomainError {
  constructor(readonly retryAfterSeconds: number) {
    super(
      'RATE_LIMITED',
      'BUDGET_SPENT',
      { zh: `请求过于频繁，请在 ${retryAfterSeconds} 秒后重试`, en: `Too much was asked for; try again in ${retryAfterSeconds} seconds` },
      { retryAfterSeconds },
    );
  }
}
