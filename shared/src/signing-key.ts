import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { DIGEST_ALGORITHMS, type DigestAlgorithm, requireDigest } from './digest-algorithm';

/**
 * A secret that the gateway shares with one subgraph. Several keys may be valid at once: that is how one is rotated.
 * The algorithm belongs to the key, on both sides; no header names one, so that no caller can choose.
 */
export interface SigningKey {
  readonly id: string;
  readonly algorithm: DigestAlgorithm;
  readonly secret: string;
}

/** How a key is written in configuration. */
export const SIGNING_KEY_FORM = 'keyId:secret or keyId:sm3:secret';

/** Refuses a key that could be guessed, whose id could not stand in a header, or whose algorithm this process lacks. */
export function signingKey(id: string, secret: string, algorithm: DigestAlgorithm = 'sha256'): SigningKey {
  if (!/^[\w.~-]{1,128}$/.test(id)) throw new Error('a signing key id has 1 to 128 letters, digits, dots, dashes or underscores');
  if (Buffer.byteLength(secret) < 32) throw new Error(`the secret of signing key ${id} is shorter than 32 bytes`);
  requireDigest(algorithm, `signing key ${id}`);
  return { id, secret, algorithm };
}

/** A key as configuration writes it; a secret may hold colons. The messages never repeat the secret. */
export function parseSigningKey(text: string): SigningKey {
  const [id = '', ...rest] = text.split(':');
  if (rest.length === 0) throw new Error(`a signing key is written ${SIGNING_KEY_FORM}`);
  const algorithm = DIGEST_ALGORITHMS.find((name) => rest.length > 1 && name === rest[0]);
  return signingKey(id, (algorithm ? rest.slice(1) : rest).join(':'), algorithm);
}

/** Made once for each secret, of which a process has a handful. */
const keyObjects = new Map<string, KeyObject>();

function keyObjectOf(secret: string): KeyObject {
  let key = keyObjects.get(secret);
  if (!key) {
    key = createSecretKey(secret, 'utf8');
    keyObjects.set(secret, key);
  }
  return key;
}

/** Of the parts one after the other, as if they were one. */
export function hmac({ algorithm, secret }: SigningKey, ...parts: readonly (string | Buffer)[]): string {
  const mac = createHmac(algorithm, keyObjectOf(secret));
  for (const part of parts) mac.update(part);
  return mac.digest('base64url');
}
