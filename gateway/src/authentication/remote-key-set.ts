import type { Clock } from '@township-graph/shared/clock';
import type { Logger } from '@township-graph/shared/log';
import { createRemoteJWKSet, customFetch, errors, type FetchImplementation, type JWTVerifyGetKey, type RemoteJWKSet } from 'jose';
import { BackOff } from '../back-off';
import { textWithin } from '../polled-text';
import { type KeySet, MAX_KEY_SET_BYTES, parseKeySet, withoutDevelopmentKeys } from './key-set';
import { tokenRefused } from './token-refused';

export interface RemoteKeySetOptions {
  readonly url: URL;
  readonly production: boolean;
  readonly clock: Clock;
  readonly log: Logger;
  readonly timeoutMs?: number;
}

/** How old keys may be while their issuer answers. With the minute that a verified token is remembered, a withdrawn key counts five at most. */
const MAX_AGE_MS = 4 * 60_000;
/** How old they may be while it does not: its outage must not become ours, and a key it has withdrawn must not count for ever. */
const MAX_AGE_IN_OUTAGE_MS = 24 * 3600_000;
/** Unknown key ids make us look again, but no oftener than this: anybody can invent them. */
const LOOK_AGAIN_MS = 10_000;
const DEFAULT_TIMEOUT_MS = 3000;

/** The keys that an issuer publishes at a URL. jose fetches and reads them; when it does is decided here. */
export function remoteKeySet(options: RemoteKeySetOptions): KeySet {
  return new RemoteKeySet(options);
}

class RemoteKeySet implements KeySet {
  version = 0;
  private readonly remote: RemoteJWKSet;
  private readonly backOff = new BackOff();
  private keys = '';
  private fetchedAt: number | null = null;
  private fetching: Promise<void> | null = null;

  constructor(private readonly options: RemoteKeySetOptions) {
    const { url, production, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
    // It fetches when it is told to, and never by itself.
    const never = Number.POSITIVE_INFINITY;
    this.remote = createRemoteJWKSet(url, {
      timeoutDuration: timeoutMs,
      cacheMaxAge: never,
      cooldownDuration: never,
      [customFetch]: fetchKeys(production),
    });
  }

  readonly find: JWTVerifyGetKey = async (header, token) => {
    await this.freshen();
    try {
      return await this.remote(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || this.age < LOOK_AGAIN_MS) throw error;
    }
    // It may have a new key. When it cannot be asked, the token is not to blame.
    await this.fetch();
    return this.remote(header, token);
  };

  private get age(): number {
    return this.fetchedAt === null ? Number.POSITIVE_INFINITY : this.options.clock().getTime() - this.fetchedAt;
  }

  /** Makes requests wait for keys only when there are none, or when the issuer may well answer. */
  private async freshen(): Promise<void> {
    const { age } = this;
    if (age <= MAX_AGE_MS) return;
    const fetched = this.fetch();
    if (age > MAX_AGE_IN_OUTAGE_MS) return fetched;
    const survived = fetched.catch(() => {});
    if (!this.backOff.isFailing) await survived;
  }

  /** Asks the issuer, once for all who want to know. Throws TOKEN_UNVERIFIABLE if it gives no keys, or gave none a moment ago. */
  private async fetch(): Promise<void> {
    if (!this.fetching) {
      if (!this.backOff.allows(this.options.clock())) throw tokenRefused('TOKEN_UNVERIFIABLE');
      this.fetching = this.reload().finally(() => {
        this.fetching = null;
      });
    }
    return this.fetching;
  }

  private async reload(): Promise<void> {
    const { clock, log } = this.options;
    const startedAt = clock().getTime();
    try {
      await this.remote.reload();
    } catch (error) {
      const retryMs = this.backOff.failed(clock());
      log.warn({ err: error, retryMs }, 'the issuer’s keys cannot be had; those it gave stay in use');
      throw tokenRefused('TOKEN_UNVERIFIABLE');
    }
    this.backOff.succeeded();
    this.fetchedAt = startedAt;
    const keys = JSON.stringify(this.remote.jwks());
    if (keys === this.keys) return;
    this.keys = keys;
    this.version += 1;
    log.info({ keys: this.remote.jwks()?.keys.length }, 'new token keys in use');
  }
}

const fetchKeys =
  (production: boolean): FetchImplementation =>
  async (url, options) => {
    const { status, body } = await fetch(url, options);
    if (status !== 200 || !body) {
      await body?.cancel();
      throw new Error(`the issuer answered ${status}`);
    }
    const jwks = parseKeySet(await textWithin(body, MAX_KEY_SET_BYTES));
    return Response.json(production ? withoutDevelopmentKeys(jwks) : jwks);
  };
