import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCreditCode } from '@township-graph/shared/credit-code';
import { DomainError } from '@township-graph/shared/errors';
import { createLog } from '@township-graph/shared/log';
import { ANONYMOUS } from '@township-graph/shared/viewer';
import {
  exportJWK,
  exportSPKI,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
  type JWTHeaderParameters,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import { DEVELOPMENT_ISSUER, developmentKey } from '../development-key';
import { type AuthenticationOptions, createAuthentication } from './authentication';
import { parseDenyList } from './deny-list';
import { fixedKeySet } from './key-set';

let now = new Date('2026-11-22T08:00:00.000Z');
const clock = () => now;
const seconds = () => Math.floor(now.getTime() / 1000);
const CLAIMS = {
  sub: 'u-1',
  name: '王芳',
  org: makeCreditCode('11410225005678901'),
  divisions: ['410225201'],
  scope: 'matters:read pii:read other:thing',
};

let issuerKey: CryptoKey;
let publicKey: CryptoKey;
let jwks: JSONWebKeySet;
let lines: string[] = [];

beforeAll(async () => {
  const pair = await generateKeyPair('ES256', { extractable: true });
  issuerKey = pair.privateKey;
  publicKey = pair.publicKey;
  jwks = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'issuer-1', alg: 'ES256' }] };
});

beforeEach(() => {
  now = new Date('2026-11-22T08:00:00.000Z');
  lines = [];
});

function authentication(over: Partial<AuthenticationOptions> = {}) {
  const log = createLog({ name: 'test', level: 'trace', destination: { write: (line) => void lines.push(line) } });
  const keys = fixedKeySet(jwks, { production: false });
  const made = createAuthentication({ keys, issuer: 'issuer', audience: 'township-graph', denyList: null, clock, log, ...over });
  return { viewerOf: async (authorization: string | undefined) => made.viewerOf(authorization), made };
}

function token(claims: JWTPayload = {}, key = issuerKey, header: Partial<JWTHeaderParameters> = {}): Promise<string> {
  const all = { ...CLAIMS, iss: 'issuer', aud: 'township-graph', exp: seconds() + 600, ...claims };
  return new SignJWT(all).setProtectedHeader({ alg: 'ES256', kid: 'issuer-1', ...header }).sign(key);
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
    organization: CLAIMS.org,
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

test('a token verified before is at hand, without a promise', async () => {
  const { viewerOf, made } = authentication();
  const bearer = `Bearer ${await token()}`;
  expect(made.viewerOf(bearer)).toBeInstanceOf(Promise);
  await viewerOf(bearer);
  expect(made.viewerOf(bearer)).toMatchObject({ subject: 'u-1' });
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
  expect(await reasonOf(`Bearer ${await token({}, privateKey, { kid: 'stranger' })}`)).toBe('TOKEN_INVALID');
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

test('a token is refused before its time, or if it was issued in the future; within the tolerance it is not', async () => {
  for (const claim of ['nbf', 'iat']) {
    expect(await reasonOf(`Bearer ${await token({ [claim]: seconds() + 6 })}`)).toBe('TOKEN_INVALID');
    expect(await reasonOf(`Bearer ${await token({ [claim]: seconds() + 4 })}`)).toBe('accepted');
  }
});

test.each(['exp', 'nbf', 'iat'])('a token whose %s is no number is refused', async (claim) => {
  for (const value of ['soon', String(seconds() + 600), null, {}]) {
    expect(await reasonOf(`Bearer ${await token({ [claim]: value as never })}`)).toBe('TOKEN_INVALID');
  }
});

test('an audience may be one of several', async () => {
  expect(await reasonOf(`Bearer ${await token({ aud: ['another-service', 'township-graph'] })}`)).toBe('accepted');
});

describe('a token that chooses how it is verified is refused', () => {
  const claims = () => ({ ...CLAIMS, iss: 'issuer', aud: 'township-graph', exp: seconds() + 600 });

  test('without a signature', async () => {
    expect(await reasonOf(`Bearer ${new UnsecuredJWT(claims()).encode()}`)).toBe('TOKEN_INVALID');
    const [, payload, signature] = (await token()).split('.');
    for (const alg of ['none', 'None', 'NONE', '']) {
      const header = Buffer.from(JSON.stringify({ alg, kid: 'issuer-1' })).toString('base64url');
      expect(await reasonOf(`Bearer ${header}.${payload}.`)).toMatch(/TOKEN_(INVALID|MALFORMED)/);
      expect(await reasonOf(`Bearer ${header}.${payload}.${signature}`)).toMatch(/TOKEN_(INVALID|MALFORMED)/);
    }
  });

  test('with the public key as a shared secret, in any of its forms', async () => {
    const forms = [JSON.stringify(jwks.keys[0]), await exportSPKI(publicKey), String(jwks.keys[0]!.x)];
    for (const form of forms) {
      for (const alg of ['HS256', 'HS384', 'HS512']) {
        const forged = await new SignJWT(claims()).setProtectedHeader({ alg, kid: 'issuer-1' }).sign(Buffer.from(form));
        expect(await reasonOf(`Bearer ${forged}`)).toBe('TOKEN_INVALID');
      }
    }
  });

  test('by another algorithm than that of the key it names', async () => {
    const rsa = await generateKeyPair('RS256', { extractable: true });
    for (const alg of ['RS256', 'PS256', 'RS512']) {
      const key = alg === 'RS256' ? rsa.privateKey : (await generateKeyPair(alg)).privateKey;
      expect(await reasonOf(`Bearer ${await token({}, key, { alg })}`)).toBe('TOKEN_INVALID');
    }
    const [, ...rest] = (await token()).split('.');
    const header = Buffer.from(JSON.stringify({ alg: 'RS256', kid: 'issuer-1' })).toString('base64url');
    expect(await reasonOf(`Bearer ${[header, ...rest].join('.')}`)).toBe('TOKEN_INVALID');
  });

  test('by an algorithm that is not ours, though the key be the issuer’s', async () => {
    const pair = await generateKeyPair('ES384', { extractable: true });
    const keys = fixedKeySet({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'issuer-1' }] }, { production: false });
    expect(await reasonOf(`Bearer ${await token({}, pair.privateKey, { alg: 'ES384' })}`, { keys })).toBe('TOKEN_INVALID');
  });

  test('with a key, or the address of one, in its own header: nobody is asked there', async () => {
    let asked = 0;
    const thief = await generateKeyPair('ES256', { extractable: true });
    const jwk: JWK = { ...(await exportJWK(thief.publicKey)), kid: 'issuer-1', alg: 'ES256' };
    const server = createServer((_request, response) => {
      asked += 1;
      response.end(JSON.stringify({ keys: [jwk] }));
    }).listen(0);
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
    for (const header of [{ jwk }, { jku: url }, { x5u: url }, { x5c: ['MIIB'] }, { kid: url }, { kid: '../../keys/thief.json' }]) {
      expect(await reasonOf(`Bearer ${await token({}, thief.privateKey, header)}`)).toBe('TOKEN_INVALID');
    }
    expect(await reasonOf(`Bearer ${await token({}, issuerKey, { jwk, jku: url, x5u: url })}`)).toBe('accepted');
    server.close();
    expect(asked).toBe(0);
  });

  test('with a critical header that nobody here understands', async () => {
    const [, payload, signature] = (await token()).split('.');
    for (const extra of [{ crit: ['exp'], exp: 1 }, { crit: ['b64'], b64: false }, { crit: ['x'], x: 1 }, { crit: [] }]) {
      const header = Buffer.from(JSON.stringify({ alg: 'ES256', kid: 'issuer-1', ...extra })).toString('base64url');
      expect(await reasonOf(`Bearer ${header}.${payload}.${signature}`)).toMatch(/TOKEN_(INVALID|MALFORMED)/);
    }
  });
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
  ['a division of zeros', { divisions: ['000000'] }],
  ['a division that is a number', { divisions: [410225] }],
  ['a division that is a list', { divisions: [['410225']] }],
  ['an end that is no day of the calendar', { divisions: [{ code: '410225', until: '2026-02-30' }] }],
  ['an end that is null', { divisions: [{ code: '410225', until: null }] }],
  ['more divisions than anybody serves', { divisions: Array.from({ length: 101 }, () => '410225') }],
  ['a scope as a list', { scope: ['matters:read'] }],
  ['a subject that is a number', { sub: 7 }],
  ['an empty subject', { sub: '' }],
  ['a subject that looks like a job of the graph’s own', { sub: 'system:deadline-lights' }],
  ['a subject of two lines', { sub: 'u-1\nu-2' }],
  ['a name as long as a book', { name: '王'.repeat(256) }],
  ['an organisation that is a list', { org: [makeCreditCode('11410225005678901')] }],
  ['an organisation that is no credit code', { org: '示例镇人民政府' }],
])('%s refuses the token', async (_, claims) => {
  expect(await reasonOf(`Bearer ${await token(claims as JWTPayload)}`)).toBe('TOKEN_INVALID');
});

test('a gateway without keys refuses every token and still serves anonymous readers', async () => {
  expect(await reasonOf(`Bearer ${await token()}`, { keys: null })).toBe('TOKEN_INVALID');
  expect(await authentication({ keys: null }).viewerOf(undefined)).toBe(ANONYMOUS);
});

test.each([
  ['no divisions', { divisions: [] }, { divisions: [] }],
  ['no claim of divisions', { divisions: undefined }, { divisions: [] }],
  ['an empty scope', { scope: '' }, { scopes: [] }],
  ['no claim of scope', { scope: undefined }, { scopes: [] }],
  ['scopes of other services only', { scope: 'openid profile matters matters:READ matters:* *' }, { scopes: [] }],
  ['scopes given twice', { scope: ' matters:read  matters:read ' }, { scopes: ['matters:read'] }],
  ['thousands of words of scope', { scope: `${'x '.repeat(2500)}matters:read` }, { scopes: ['matters:read'] }],
])('%s give just that', async (_, claims, expected) => {
  expect(await authentication().viewerOf(`Bearer ${await token(claims as JWTPayload)}`)).toMatchObject(expected);
});

test('what is not the issuer’s to say but the key’s to be usable does not blame the token, and is logged', async () => {
  const broken = fixedKeySet({ keys: [{ kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA', kid: 'issuer-1' }] }, { production: false });
  expect(await reasonOf(`Bearer ${await token()}`, { keys: broken })).toBe('TOKEN_UNVERIFIABLE');
  expect(lines.join()).toContain('a token cannot be verified');
});

describe('a deny list', () => {
  const jti = 'token-1';
  const denying = (text: string) => ({ denyList: parseDenyList(text) });

  test('refuses the tokens it names, and others not', async () => {
    const over = denying('["token-1"]');
    expect(await reasonOf(`Bearer ${await token({ jti })}`, over)).toBe('TOKEN_REVOKED');
    expect(await reasonOf(`Bearer ${await token({ jti: 'token-2' })}`, over)).toBe('accepted');
  });

  test('refuses a token that was verified before it was denied', async () => {
    let isDenied = false;
    const { viewerOf } = authentication({ denyList: { denies: () => isDenied } });
    const bearer = `Bearer ${await token({ jti })}`;
    await viewerOf(bearer);
    isDenied = true;
    await expect(viewerOf(bearer)).rejects.toMatchObject({ code: 'UNAUTHENTICATED', reason: 'TOKEN_REVOKED' });
    isDenied = false;
    await expect(viewerOf(bearer)).resolves.toMatchObject({ subject: 'u-1' });
  });

  test('needs tokens that can be named', async () => {
    for (const nameless of [undefined, null, '', 5, ['token-1']]) {
      expect(await reasonOf(`Bearer ${await token({ jti: nameless as never })}`, denying('[]'))).toBe('TOKEN_INVALID');
    }
    expect(await reasonOf(`Bearer ${await token()}`)).toBe('accepted');
  });
});

test('no token, whole or in part, is written to the log or into a refusal', async () => {
  const stranger = await generateKeyPair('ES256');
  const tokens = [
    await token(),
    await token({ exp: seconds() - 60 }),
    await token({}, stranger.privateKey),
    await token({}, stranger.privateKey, { kid: 'stranger' }),
    await token({ scope: ['matters:read'] } as never),
    await token({ padding: 'x'.repeat(9000) }),
    `${await token()}!`,
  ];
  const broken = fixedKeySet({ keys: [{ kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA', kid: 'issuer-1' }] }, { production: false });
  let told = '';
  for (const text of tokens) {
    for (const over of [{}, { keys: broken }, { denyList: parseDenyList('[]') }]) {
      const error = await authentication(over)
        .viewerOf(`Bearer ${text}`)
        .then(
          () => null,
          (refusal: DomainError) => refusal,
        );
      told += JSON.stringify({ ...error, message: error?.message, stack: error?.stack, cause: String(error?.cause) });
    }
  }
  told += lines.join('');
  expect(lines.length).toBeGreaterThan(0);
  for (const text of tokens) for (const part of text.split('.')) expect(told).not.toContain(part.slice(0, 40));
});

describe('the development key', () => {
  const directory = mkdtempSync(join(tmpdir(), 'development-key-'));

  test('is made once, for its owner only, and signs tokens that its gateway takes', async () => {
    const [first, second] = [await developmentKey(directory, clock), await developmentKey(directory, clock)];
    expect(second.jwks).toEqual(first.jwks);
    expect(statSync(join(directory, 'development-key.json')).mode & 0o777).toBe(0o600);
    expect(first.jwks.keys[0]).not.toHaveProperty('d');
    const bearer = `Bearer ${await first.sign(CLAIMS, 60)}`;
    expect(await reasonOf(bearer, { keys: fixedKeySet(second.jwks, { production: false }), issuer: DEVELOPMENT_ISSUER })).toBe('accepted');
  });

  test('is refused in production, even where it stands among the issuer’s keys and the token does not name it', async () => {
    const key = await developmentKey(directory, clock);
    const keys = fixedKeySet({ keys: [...jwks.keys, ...key.jwks.keys] }, { production: true });
    const named = await key.sign(CLAIMS, 60);
    const secret = JSON.parse(readFileSync(join(directory, 'development-key.json'), 'utf8'));
    const claims = { ...CLAIMS, iss: DEVELOPMENT_ISSUER, aud: 'township-graph', exp: seconds() + 60 };
    const unnamed = await new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA' }).sign(await importJWK(secret, 'EdDSA'));
    for (const text of [named, unnamed]) {
      expect(await reasonOf(`Bearer ${text}`, { keys, issuer: DEVELOPMENT_ISSUER })).toBe('TOKEN_INVALID');
    }
  });

  test('alone does not let a production gateway start', async () => {
    const { jwks: keys } = await developmentKey(directory, clock);
    expect(() => fixedKeySet(keys, { production: true })).toThrow(/development key/);
  });
});
