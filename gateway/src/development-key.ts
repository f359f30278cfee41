import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, systemClock } from '@township-graph/shared/clock';
import { exportJWK, generateKeyPair, importJWK, type JSONWebKeySet, type JWK, type JWTPayload, SignJWT } from 'jose';
import { v4 as uuid } from 'uuid';
import { DEVELOPMENT_KEY_PREFIX } from './authentication/key-set';
import { TOKEN_AUDIENCE } from './config';

export const DEVELOPMENT_ISSUER = 'township-graph-development';

/** A key that a development run makes for itself, so that tokens can be had without an identity provider. Production refuses it. */
export interface DevelopmentKey {
  /** A token with these claims, good for `ttlSeconds`. */
  sign(claims: JWTPayload, ttlSeconds: number): Promise<string>;
  /** The public half. */
  readonly jwks: JSONWebKeySet;
}

/** The key in `<directory>/development-key.json`, made on first use and readable by its owner only. */
export async function developmentKey(directory: string, clock: Clock = systemClock): Promise<DevelopmentKey> {
  const path = join(directory, 'development-key.json');
  const jwk = readKey(path) ?? (await makeKey(path));
  const { d: _private, ...publicJwk } = jwk;
  const privateKey = await importJWK(jwk, 'EdDSA');
  return {
    jwks: { keys: [publicJwk] },
    sign(claims, ttlSeconds) {
      const now = Math.floor(clock().getTime() / 1000);
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'EdDSA', kid: jwk.kid, typ: 'JWT' })
        .setIssuer(DEVELOPMENT_ISSUER)
        .setAudience(TOKEN_AUDIENCE)
        .setIssuedAt(now)
        .setExpirationTime(now + ttlSeconds)
        .setJti(uuid())
        .sign(privateKey);
    },
  };
}

function readKey(path: string): JWK | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as JWK;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(`${path} cannot be read as a key; delete it and a new one is made`, { cause: error });
  }
}

async function makeKey(path: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const jwk: JWK = { ...(await exportJWK(privateKey)), kid: `${DEVELOPMENT_KEY_PREFIX}-${uuid().slice(0, 8)}`, alg: 'EdDSA', use: 'sig' };
  mkdirSync(join(path, '..'), { recursive: true });
  try {
    // "wx": of two processes that start together, one makes the key and the other reads it.
    writeFileSync(path, `${JSON.stringify(jwk, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    return jwk;
  } catch (error) {
    const made = (error as NodeJS.ErrnoException).code === 'EEXIST' ? readKey(path) : null;
    if (!made) throw error;
    return made;
  }
}
