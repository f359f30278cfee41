import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DomainError } from '@township-graph/shared/errors';
import { createLog } from '@township-graph/shared/log';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { type Authentication, createAuthentication } from './authentication';
import { remoteKeySet } from './remote-key-set';

const MINUTE = 60_000;
const START = Date.parse('2026-11-22T08:00:00.000Z');
const pairs = new Map<string, { sign: CryptoKey; published: JWK }>();
const log = createLog({ name: 'test', level: 'silent' });

let now = START;
const pass = (ms: number) => {
  now += ms;
};

/** The issuer: what it answers, and how often it was asked. */
let issuer: Server;
let url: URL;
let answer: RequestListener;
let asked = 0;

const publishes = (...kids: string[]): RequestListener => {
  const text = JSON.stringify({ keys: kids.map((kid) => pairs.get(kid)!.published) });
  return (_request, response) => void response.setHeader('content-type', 'application/json').end(text);
};
const fails: RequestListener = (_request, response) => void response.writeHead(500).end('{"keys":[]}');

beforeAll(async () => {
  for (const kid of ['one', 'two', 'three']) {
    const { privateKey: sign, publicKey } = await generateKeyPair('ES256', { extractable: true });
    pairs.set(kid, { sign, published: { ...(await exportJWK(publicKey)), kid, alg: 'ES256' } });
  }
  issuer = createServer((request, response) => {
    asked += 1;
    answer(request, response);
  });
  await new Promise<void>((resolve) => issuer.listen(0, '127.0.0.1', resolve));
  url = new URL(`http://127.0.0.1:${(issuer.address() as AddressInfo).port}/jwks`);
});

beforeEach(() => {
  now = START;
  asked = 0;
  answer = publishes('one');
});

afterAll(async () => {
  issuer.closeAllConnections();
  await new Promise((resolve) => issuer.close(resolve));
});

const clock = () => new Date(now);

function authentication(timeoutMs = 5000): Authentication {
  const keys = remoteKeySet({ url, production: false, clock, log, timeoutMs });
  return createAuthentication({ keys, issuer: 'issuer', audience: 'graph', denyList: null, clock, log });
}

let tokens = 0;

/** A token that has not been seen yet, so that its key must be looked up. */
async function bearer(kid: string, header: object = {}): Promise<string> {
  tokens += 1;
  const claims = { sub: `u-${tokens}`, iss: 'issuer', aud: 'graph', exp: Math.floor(now / 1000) + 7 * 24 * 3600 };
  const { sign } = pairs.get(kid) ?? pairs.get('one')!;
  return `Bearer ${await new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid, ...header }).sign(sign)}`;
}

async function outcomeOf({ viewerOf }: Authentication, authorization: string): Promise<string> {
  try {
    await viewerOf(authorization);
    return 'accepted';
  } catch (error) {
    return error instanceof DomainError ? error.reason : String(error);
  }
}

/** Asks until the token is accepted, a minute later each time: a busy machine may well run out of an attempt's time. */
async function comesToAccept(graph: Authentication, kid: string): Promise<void> {
  while ((await outcomeOf(graph, await bearer(kid))) !== 'accepted') pass(MINUTE);
}

test('keys are asked for once and kept', async () => {
  const graph = authentication();
  for (let count = 0; count < 50; count += 1) expect(await outcomeOf(graph, await bearer('one'))).toBe('accepted');
  expect(asked).toBe(1);
});

test('requests that arrive together ask once', async () => {
  const graph = authentication();
  const bearers = await Promise.all(Array.from({ length: 20 }, () => bearer('one')));
  expect(new Set(await Promise.all(bearers.map((text) => outcomeOf(graph, text))))).toEqual(new Set(['accepted']));
  expect(asked).toBe(1);
});

test('a new key is taken up when the first token names it', async () => {
  const graph = authentication();
  expect(await outcomeOf(graph, await bearer('one'))).toBe('accepted');
  answer = publishes('one', 'two');
  pass(11_000);
  expect(await outcomeOf(graph, await bearer('two'))).toBe('accepted');
  expect(await outcomeOf(graph, await bearer('one'))).toBe('accepted');
  expect(asked).toBe(2);
});

test('a flood of invented key ids asks the issuer once in ten seconds', async () => {
  const graph = authentication();
  await outcomeOf(graph, await bearer('one'));
  for (let second = 0; second < 60; second += 1) {
    pass(1000);
    const flood = await Promise.all(Array.from({ length: 10 }, (_, index) => bearer(`invented-${second}-${index}`)));
    for (const text of flood) expect(await outcomeOf(graph, text)).toBe('TOKEN_INVALID');
  }
  expect(asked).toBe(1 + 6);
});

test('tokens that cannot be the issuer’s ask nobody', async () => {
  const graph = authentication();
  await outcomeOf(graph, await bearer('one'));
  pass(11_000);
  const secret = new TextEncoder().encode('a secret that is long enough to sign with');
  const forged = await new SignJWT({ sub: 'u' }).setProtectedHeader({ alg: 'HS256', kid: 'unknown' }).sign(secret);
  expect(await outcomeOf(graph, `Bearer ${forged}`)).toBe('TOKEN_INVALID');
  expect(asked).toBe(1);
});

test('a withdrawn key stops counting within five minutes, for a token verified a moment before too', async () => {
  const graph = authentication();
  const text = await bearer('one');
  await outcomeOf(graph, text);
  answer = publishes('two');
  pass(4 * MINUTE);
  expect(await outcomeOf(graph, text)).toBe('accepted');
  pass(MINUTE);
  expect(await outcomeOf(graph, text)).toBe('TOKEN_INVALID');
  expect(await outcomeOf(graph, await bearer('two'))).toBe('accepted');
});

test('a withdrawal that is noticed counts at once for tokens that are remembered as verified', async () => {
  const graph = authentication();
  const text = await bearer('one');
  await outcomeOf(graph, text);
  answer = publishes('two');
  pass(11_000);
  expect(await outcomeOf(graph, await bearer('two'))).toBe('accepted');
  expect(await outcomeOf(graph, text)).toBe('TOKEN_INVALID');
});

test('an issuer that withdraws all its keys is taken at its word', async () => {
  const graph = authentication();
  await outcomeOf(graph, await bearer('one'));
  answer = publishes();
  pass(5 * MINUTE);
  expect(await outcomeOf(graph, await bearer('one'))).toBe('TOKEN_INVALID');
});

describe.each<[string, () => RequestListener, number]>([
  ['answers an error', () => fails, 5000],
  ['hangs', () => () => {}, 500],
  ['begins to answer and hangs', () => (_request, response) => void response.write('{"keys":['), 500],
  ['closes the connection', () => (request) => void request.socket.destroy(), 5000],
  ['answers garbage', () => (_request, response) => void response.end('<html>maintenance</html>'), 5000],
  ['answers other JSON', () => (_request, response) => void response.end('{"error":"busy"}'), 5000],
  ['answers without end', () => endless, 5000],
  ['redirects elsewhere', () => (_request, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(), 5000],
])('an issuer that %s', (_, breakdown, timeoutMs) => {
  test('at the start: tokens cannot be verified, and can be once it answers', async () => {
    answer = breakdown();
    const graph = authentication(timeoutMs);
    expect(await outcomeOf(graph, await bearer('one'))).toBe('TOKEN_UNVERIFIABLE');
    answer = publishes('one');
    expect(await outcomeOf(graph, await bearer('one'))).toBe('TOKEN_UNVERIFIABLE');
    pass(1000);
    await comesToAccept(graph, 'one');
  });

  test('later: known keys go on counting, others cannot be told from new ones, and it recovers by itself', async () => {
    const graph = authentication(timeoutMs);
    await outcomeOf(graph, await bearer('one'));
    answer = breakdown();
    pass(11_000);
    expect(await outcomeOf(graph, await bearer('two'))).toBe('TOKEN_UNVERIFIABLE');
    for (const ms of [0, MINUTE, 60 * MINUTE, 20 * 60 * MINUTE]) {
      pass(ms);
      expect(await outcomeOf(graph, await bearer('one'))).toBe('accepted');
    }
    // What the last of these has set off in the background is over when this is answered.
    expect(await outcomeOf(graph, await bearer('two'))).toBe('TOKEN_UNVERIFIABLE');
    answer = publishes('two');
    pass(2 * MINUTE);
    await comesToAccept(graph, 'two');
    expect(await outcomeOf(graph, await bearer('one'))).toBe('TOKEN_INVALID');
  });
});

let written = 0;

/** Writes as long as somebody reads. */
const endless: RequestListener = (_request, response) => {
  const more = () => {
    while (!response.destroyed) {
      written += 65_536;
      if (!response.write(' '.repeat(65_536))) return void response.once('drain', more);
    }
  };
  more();
};

test('an answer without end is given up long before it fills the memory', async () => {
  answer = endless;
  expect(await outcomeOf(authentication(), await bearer('one'))).toBe('TOKEN_UNVERIFIABLE');
  expect(written).toBeLessThan(50_000_000);
});

test('after a day without its issuer a gateway trusts no key of it', async () => {
  const graph = authentication();
  await outcomeOf(graph, await bearer('one'));
  answer = fails;
  pass(24 * 60 * MINUTE);
  expect(await outcomeOf(graph, await bearer('one'))).toBe('accepted');
  pass(2 * MINUTE);
  expect(await outcomeOf(graph, await bearer('one'))).toBe('TOKEN_UNVERIFIABLE');
  answer = publishes('one');
  pass(MINUTE);
  expect(await outcomeOf(graph, await bearer('one'))).toBe('accepted');
});

test('an issuer that fails is asked after 1, 2, 4, 8, 16, 32, 60, 60 … seconds', async () => {
  answer = fails;
  const graph = authentication();
  const askedAt: number[] = [];
  for (let second = 0; second <= 250; second += 1) {
    const before = asked;
    expect(await outcomeOf(graph, await bearer('one'))).toBe('TOKEN_UNVERIFIABLE');
    if (asked > before) askedAt.push(second);
    pass(1000);
  }
  expect(askedAt).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183, 243]);
});

test('in production a development key counts for nothing, even if the issuer publishes it', async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const published = { ...(await exportJWK(publicKey)), kid: 'development-1' };
  answer = (_request, response) => void response.end(JSON.stringify({ keys: [pairs.get('one')!.published, published] }));
  const claims = { sub: 'u', iss: 'issuer', aud: 'graph', exp: Math.floor(now / 1000) + 60 };
  const text = `Bearer ${await new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'development-1' }).sign(privateKey)}`;
  const outcomes = [];
  for (const production of [false, true]) {
    const keys = remoteKeySet({ url, production, clock, log });
    outcomes.push(await outcomeOf(createAuthentication({ keys, issuer: 'issuer', audience: 'graph', denyList: null, clock, log }), text));
  }
  expect(outcomes).toEqual(['accepted', 'TOKEN_INVALID']);
});
