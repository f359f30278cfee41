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

/** The secret as HMAC mixes it in, before what is signed and before the digest of that; made once for each key. */
interface Pads {
  readonly inner: Buffer;
  readonly outer: Buffer;
}

const pads = new WeakMap<SigningKey, Pads>();
/** Of SHA-256 and of SM3. */
const BLOCK_BYTES = 64;

function padsOf(signingKey: SigningKey): Pads {
  let known = pads.get(signingKey);
  if (!known) {
    const { algorithm, secret } = signingKey;
    const bytes = Buffer.from(secret);
    const key = Buffer.alloc(BLOCK_BYTES);
    (bytes.length > BLOCK_BYTES ? hash(algorithm, bytes, 'buffer') : bytes).copy(key);
    const mixedWith = (byte: number) => Buffer.from(key.map((value) => value ^ byte));
    known = { inner: mixedWith(0x36), outer: mixedWith(0x5c) };
    pads.set(signingKey, known);
  }
  return known;
}

/** Where what is hashed is put together; used up before anything else runs. */
const desk = Buffer.allocUnsafe(64 * 1024);

/**
 * Of the head, which is ASCII, and the body after it, as if they were one. By RFC 2104 in two digests at a stroke: an `Hmac` of Node's
 * is an object with a finalizer, and two of them were a third of what signing and checking a call cost.
 */
export function hmac(key: SigningKey, head: string, body: string | Buffer = ''): string {
  const { inner, outer } = padsOf(key);
  const bodyAt = BLOCK_BYTES + head.length;
  // A character of a string is three bytes at most.
  const most = bodyAt + body.length * (typeof body === 'string' ? 3 : 1);
  const bytes = most > desk.length ? Buffer.allocUnsafe(most) : desk;
  inner.copy(bytes);
  bytes.write(head, BLOCK_BYTES, 'latin1');
  const end = bodyAt + (typeof body === 'string' ? bytes.write(body, bodyAt) : body.copy(bytes, bodyAt));
  const digest = hash(key.algorithm, bytes.subarray(0, end), 'buffer');
  outer.copy(desk);
  return hash(key.algorithm, desk.subarray(0, BLOCK_BYTES + digest.copy(desk, BLOCK_BYTES)), 'base64url');
}
