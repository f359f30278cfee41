import { mkdtempSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '@township-graph/shared/errors';
import { ANONYMOUS } from '@township-graph/shared/viewer';
import { exportJWK, generateKeyPair, type JSONWebKeySet, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { type AuthenticationOptions, createAuthentication } from './authentication';
import { DEVELOPMENT_ISSUER, developmentKey } from './development-key';

let now = new Date('2026-11-22T08:00:00.000Z');
const clock = () => now;
const seconds = () => Math.floor(now.getTime() / 1000);
const CLAIMS = {
  sub: 'u-1',
  name: '王芳',
  org: '11410225005678901X',
  divisions: ['410225201'],
  scope: 'matters:read pii:read other:thing',
};

let issuerKey: CryptoKey;
let jwks: JSONWebKeySet;

beforeAll(async () => {
  const pair = await generateKeyPair('ES256', { extractable: true });
  issuerKey = pair.privateKey;
  jwks = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'issuer-1', alg: 'ES256' }] };
});

beforeEach(() => {
  now = new Date('2026-11-22T08:00:00.000Z');
});

function authentication(over: Partial<AuthenticationOptions> = {}) {
  return createAuthentication({ keys: jwks, issuer: 'issuer', audience: 'township-graph', production: false, clock, ...over });
}

function token(claims: JWTPayload = {}, key = issuerKey, kid = 'issuer-1'): Promise<string> {
  const all = { ...CLAIMS, iss: 'issuer', aud: 'township-graph', exp: seconds() + 600, ...claims };
  return new SignJWT(all).setProtectedHeader({ alg: 'ES256', kid }).sign(key);
}

async function reasonOf(authorization: string, over: Partial<AuthenticationOptions> = {}): Promise<string> {
  try {
    await authentication(over).viewerOf(authorization);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'UNAUTHENTICATED') return error.reason;
    throw error;
  }
  return 'accepted';
}

test('a request without a token is an anonymous reader', async () => {
  expect(await authentication().viewerOf(undefined)).toBe(ANONYMOUS);
});

test('a good token names the viewer; scopes that nobody knows give nothing', async () => {
  expect(await authentication().viewerOf(`Bearer ${await token()}`)).toEqual({
    subject: 'u-1',
    name: '王芳',
    organization: '11410225005678901X',
    divisions: [{ code: '410225201' }],
    scopes: ['matters:read', 'pii:read'],
  });
});

test('a time-bound duty keeps its last day', async () => {
  const divisions = ['410225', { code: '410225201001', until: '2026-12-31' }];
  const viewer = await authentication().viewerOf(`bearer ${await token({ divisions })}`);
  expect(viewer.divisions).toEqual([{ code: '410225' }, { code: '410225201001', until: '2026-12-31' }]);
});

test.each(['garbage', 'Bearer garbage', 'Bearer a.b.c', 'Basic dTpw', 'Bearer ', ''])('"%s" is no token', async (authorization) => {
  expect(await reasonOf(authorization)).toBe('TOKEN_MALFORMED');
});

test('an expired token is refused, within the tolerance it is not', async () => {
  expect(await reasonOf(`Bearer ${await token({ exp: seconds() - 6 })}`)).toBe('TOKEN_EXPIRED');
  expect(await reasonOf(`Bearer ${await token({ exp: seconds() - 4 })}`)).toBe('accepted');
});

test('a token verified before is refused once it has expired', async () => {
  const { viewerOf } = authentication();
  const bearer = `Bearer ${await token({ exp: seconds() + 30 })}`;
  await viewerOf(bearer);
  now = new Date(now.getTime() + 40_000);
  await expect(viewerOf(bearer)).rejects.toMatchObject({ reason: 'TOKEN_EXPIRED' });
});

test('a token of another key is refused, under a known key id and under its own', async () => {
  const { privateKey } = await generateKeyPair('ES256');
  expect(await reasonOf(`Bearer ${await token({}, privateKey)}`)).toBe('TOKEN_INVALID');
  expect(await reasonOf(`Bearer ${await token({}, privateKey, 'stranger')}`)).toBe('TOKEN_INVALID');
});

test('a changed payload is refused', async () => {
  const [head, , signature] = (await token()).split('.');
  const payload = Buffer.from(JSON.stringify({ ...CLAIMS, divisions: ['410000'], exp: seconds() + 600 })).toString('base64url');
  expect(await reasonOf(`Bearer ${head}.${payload}.${signature}`)).toBe('TOKEN_INVALID');
});

test('another audience or issuer is refused', async () => {
  expect(await reasonOf(`Bearer ${await token({ aud: 'another-service' })}`)).toBe('TOKEN_INVALID');
  expect(await reasonOf(`Bearer ${await token({ iss: 'another-issuer' })}`)).toBe('TOKEN_INVALID');
});

test('a token without an end, or without a subject, is refused', async () => {
  expect(await reasonOf(`Bearer ${await token({ exp: undefined })}`)).toBe('TOKEN_INVALID');
  expect(await reasonOf(`Bearer ${await token({ sub: undefined })}`)).toBe('TOKEN_INVALID');
});

test('a token without a signature (alg none) is refused', async () => {
  const unsecured = new UnsecuredJWT({ ...CLAIMS })
    .setIssuer('issuer')
    .setAudience('township-graph')
    .setExpirationTime(seconds() + 600)
    .encode();
  expect(await reasonOf(`Bearer ${unsecured}`)).toMatch(/TOKEN_(INVALID|MALFORMED)/);
});

test('a token signed with the public key as a shared secret is refused', async () => {
  const forged = await new SignJWT({ ...CLAIMS, iss: 'issuer', aud: 'township-graph', exp: seconds() + 600 })
    .setProtectedHeader({ alg: 'HS256', kid: 'issuer-1' })
    .sign(Buffer.from(JSON.stringify(jwks.keys[0])));
  expect(await reasonOf(`Bearer ${forged}`)).toBe('TOKEN_INVALID');
});

test('an oversized token is refused without being looked at', async () => {
  expect(await reasonOf(`Bearer ${await token({ padding: 'x'.repeat(9000) })}`)).toBe('TOKEN_TOO_LARGE');
});

test.each([
  ['divisions as text', { divisions: '410225' }],
  ['an empty division, which would cover everything', { divisions: [''] }],
  ['a division that is no code', { divisions: ['410225abc'] }],
  ['an end that is no day', { divisions: [{ code: '410225', until: 'tomorrow' }] }],
  ['a division that is null', { divisions: [null] }],
  ['a scope as a list', { scope: ['matters:read'] }],
])('%s refuses the token', async (_, claims) => {
  expect(await reasonOf(`Bearer ${await token(claims as JWTPayload)}`)).toBe('TOKEN_INVALID');
});

test('a gateway without keys refuses every token and still serves anonymous readers', async () => {
  expect(await reasonOf(`Bearer ${await token()}`, { keys: null })).toBe('TOKEN_INVALID');
  expect(await authentication({ keys: null }).viewerOf(undefined)).toBe(ANONYMOUS);
});

test('keys are fetched from a URL; when they cannot be, the token is not blamed', async () => {
  const server = createServer((_request, response) => response.end(JSON.stringify(jwks))).listen(0);
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`);
  const bearer = `Bearer ${await token()}`;
  expect(await reasonOf(bearer, { keys: url })).toBe('accepted');
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
  expect(await reasonOf(bearer, { keys: url })).toBe('TOKEN_UNVERIFIABLE');
});

describe('the development key', () => {
  const directory = mkdtempSync(join(tmpdir(), 'development-key-'));

  test('is made once, for its owner only, and signs tokens that its gateway takes', async () => {
    const [first, second] = [await developmentKey(directory, clock), await developmentKey(directory, clock)];
    expect(second.jwks).toEqual(first.jwks);
    expect(statSync(join(directory, 'development-key.json')).mode & 0o777).toBe(0o600);
    expect(first.jwks.keys[0]).not.toHaveProperty('d');
    const bearer = `Bearer ${await first.sign(CLAIMS, 60)}`;
    expect(await reasonOf(bearer, { keys: second.jwks, issuer: DEVELOPMENT_ISSUER })).toBe('accepted');
  });

  test('is refused in production, even where it stands among the issuer’s keys', async () => {
    const key = await developmentKey(directory, clock);
    const both = { keys: [...jwks.keys, ...key.jwks.keys] };
    expect(await reasonOf(`Bearer ${await key.sign(CLAIMS, 60)}`, { keys: both, issuer: DEVELOPMENT_ISSUER, production: true })).toBe(
      'TOKEN_INVALID',
    );
  });

  test('alone does not let a production gateway start', async () => {
    const { jwks: keys } = await developmentKey(directory, clock);
    expect(() => authentication({ keys, production: true })).toThrow(/development key/);
  });
});
