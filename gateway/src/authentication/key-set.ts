import type { Logger } from '@township-graph/shared/log';
import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { polledText } from '../polled-text';

/** The public keys that an issuer signs tokens with. */
export interface KeySet {
  /** The key that a token's header names. Throws what jose throws, or a refusal of its own. */
  readonly find: JWTVerifyGetKey;
  /** Another number whenever the keys have changed: what was verified by the old ones must be verified anew. */
  readonly version: number;
}

interface KeySetOptions {
  /** Leaves out keys that a development run made for itself: their private half lies in a working directory. */
  readonly production: boolean;
}

export const DEVELOPMENT_KEY_PREFIX = 'development';
export const MAX_KEY_SET_BYTES = 1024 * 1024;

/** Keys that never change. */
export function fixedKeySet(jwks: JSONWebKeySet, { production }: KeySetOptions): KeySet {
  return { find: createLocalJWKSet(usableKeys(jwks, production)), version: 0 };
}

export interface KeyFileOptions extends KeySetOptions {
  readonly path: string;
  readonly pollMs: number;
  readonly log: Logger;
}

/** The keys in a file, followed while it changes. A file that becomes unusable changes nothing. */
export async function keySetFromFile({ path, pollMs, production, log }: KeyFileOptions): Promise<KeySet> {
  const file = polledText({ from: path, pollMs, maxBytes: MAX_KEY_SET_BYTES, accept: 'application/json' });
  const keysIn = (text: string) => createLocalJWKSet(usableKeys(parseKeySet(text), production));
  let find = keysIn(await file.load());
  let version = 0;
  file.watch(
    (text) => {
      find = keysIn(text);
      version += 1;
      log.info('new token keys in use');
    },
    (error) => log.warn({ cause: error.message }, 'the file of token keys cannot be used; the keys it had stay in use'),
  );
  return {
    find: (header, token) => find(header, token),
    get version() {
      return version;
    },
  };
}

/** Refuses what is no key set; one without keys is one. */
export function parseKeySet(text: string): JSONWebKeySet {
  const jwks = JSON.parse(text) as JSONWebKeySet | null;
  if (!Array.isArray(jwks?.keys)) throw new Error('not a JSON Web Key Set');
  return jwks;
}

/** A token need not name its key, so a development key must not even be in the set. */
export function withoutDevelopmentKeys({ keys }: JSONWebKeySet): JSONWebKeySet {
  return { keys: keys.filter(({ kid }) => !String(kid).startsWith(DEVELOPMENT_KEY_PREFIX)) };
}

function usableKeys(jwks: JSONWebKeySet, production: boolean): JSONWebKeySet {
  if (jwks.keys.length === 0) throw new Error('the key set has no keys');
  if (!production) return jwks;
  const usable = withoutDevelopmentKeys(jwks);
  if (usable.keys.length > 0) return usable;
  throw new Error('production refuses a development key set: give it the issuer’s keys (JWKS_URL or JWKS_FILE)');
}
