import type { Logger } from '@township-graph/shared/log';
import { Redis } from 'ioredis';

/** Longer than a Redis nearby ever takes, and short enough for a request to wait for. */
const COMMAND_TIMEOUT_MS = 500;
const CONNECT_TIMEOUT_MS = 2000;

/**
 * A connection that never makes a request wait for it: what cannot be sent now fails now, and one that hangs is given up
 * and made anew in the background.
 */
export async function connectRedis(url: string, log: Logger): Promise<Redis> {
  const redis = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: COMMAND_TIMEOUT_MS,
    socketTimeout: 2 * COMMAND_TIMEOUT_MS,
    connectTimeout: CONNECT_TIMEOUT_MS,
  });
  let isLost = false;
  redis.on('error', ({ message }: Error) => {
    if (!isLost) log.warn({ cause: message }, 'Redis does not answer: rates are counted in this process alone');
    isLost = true;
  });
  redis.on('ready', () => {
    if (isLost) log.info('Redis answers again');
    isLost = false;
  });
  // Waited for, so that the first requests are counted there already; if it fails, ioredis tries on by itself.
  await redis.connect().catch(() => {});
  return redis;
}
