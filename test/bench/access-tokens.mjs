import { createPrivateKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto';

const AUDIENCE = 'township-graph';
const SECONDS = 6 * 3600;

const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A key of its own for a run, as a JWK with its private half. */
export function newKey() {
  return { ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }), kid: randomUUID(), alg: 'EdDSA', use: 'sig' };
}

/** What a gateway verifies by. */
export function keySetOf({ d: _private, ...publicKey }) {
  return { keys: [publicKey] };
}

/** A token for each connection, each of another person: what an engine shares between equal requests of one person flatters none. */
export function tokensBy(key, { issuer, count, claims = {} }) {
  const privateKey = createPrivateKey({ key, format: 'jwk' });
  const now = Math.floor(Date.now() / 1000);
  return Array.from({ length: count }, (_, index) => {
    const whole = { ...claims, iss: issuer, aud: AUDIENCE, sub: `bench-${index + 1}`, iat: now, exp: now + SECONDS, jti: randomUUID() };
    const text = `${encoded({ alg: 'EdDSA', kid: key.kid, typ: 'JWT' })}.${encoded(whole)}`;
    return `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`;
  });
}
