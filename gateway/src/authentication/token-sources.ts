import type { Clock } from '@township-graph/shared/clock';
import type { Logger } from '@township-graph/shared/log';
import { ConfigError, type GatewayConfig } from '../config';
import { type DenyList, followDenyList } from './deny-list';
import { type KeySet, keySetFromFile } from './key-set';
import { remoteKeySet } from './remote-key-set';

interface Surroundings {
  readonly clock: Clock;
  readonly log: Logger;
}

/** The keys that the configuration names; null when it names none. */
export async function keySetFrom(config: GatewayConfig, { clock, log }: Surroundings): Promise<KeySet | null> {
  const { jwksUrl: url, jwksFile: path, tokenPollMs: pollMs, production } = config;
  if (url) return remoteKeySet({ url, production, clock, log });
  if (!path) return null;
  return keySetFromFile({ path, pollMs, production, log }).catch((error: Error) => {
    throw new ConfigError('JWKS_FILE', error.message);
  });
}

/** The deny list that the configuration names; null when it names none. */
export async function denyListFrom({ tokenDenyList: from, tokenPollMs: pollMs }: GatewayConfig, log: Logger): Promise<DenyList | null> {
  if (!from) return null;
  return followDenyList({ from, pollMs, log }).catch((error: Error) => {
    throw new ConfigError('TOKEN_DENY_LIST', error.message);
  });
}
