import { hash } from 'node:crypto';
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

/** The secret as HMAC mixes it in, before what is signed and before the digest of that; made once, for a process has a handful. */
interface Pads {
  readonly inner: Buffer;
  readonly outer: Buffer;
}

/** By the algorithm and the secret. */
const pads = new Map<string, Pads>();
/** Of SHA-256 and of SM3. */
const BLOCK_BYTES = 64;

function padsOf({ algorithm, secret }: SigningKey): Pads {
  const name = `${algorithm}:${secret}`;
  let known = pads.get(name);
  if (!known) {
    const bytes = Buffer.from(secret);
    const key = Buffer.alloc(BLOCK_BYTES);
    (bytes.length > BLOCK_BYTES ? hash(algorithm, bytes, 'buffer') : bytes).copy(key);
    const mixedWith = (byte: number) => Buffer.from(key.map((value) => value ^ byte));
    known = { inner: mixedWith(0x36), outer: mixedWith(0x5c) };
    pads.set(name, known);
  }
  return known;
}

/**
 * Of the parts one after the other, as if they were one. By RFC 2104 in two digests at a stroke: an `Hmac` of Node's is an
 * object with a finalizer, and two of them were a third of what signing and checking a call cost.
 */
export function hmac(key: SigningKey, ...parts: readonly (string | Buffer)[]): string {
  const { inner, outer } = padsOf(key);
  const bytes = parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part));
  const digest = hash(key.algorithm, Buffer.concat([inner, ...bytes]), 'buffer');
  return hash(key.algorithm, Buffer.concat([outer, digest]), 'base64url');
}
