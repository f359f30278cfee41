import crypto from 'node:crypto';
import { hmac, parseSigningKey, signingKey } from './signing-key';

const SECRET = 'a secret that is long enough to sign with';

test.each([
  ['a key', `k1:${SECRET}`, { id: 'k1', algorithm: 'sha256', secret: SECRET }],
  ['a key whose secret has colons', `k1:${SECRET}:x:y`, { id: 'k1', algorithm: 'sha256', secret: `${SECRET}:x:y` }],
  ['a key that signs by SM3', `k1:sm3:${SECRET}`, { id: 'k1', algorithm: 'sm3', secret: SECRET }],
  ['a key that says what it does anyway', `k1:sha256:${SECRET}`, { id: 'k1', algorithm: 'sha256', secret: SECRET }],
])('%s is read from configuration', (_, text, key) => {
  expect(parseSigningKey(text)).toEqual(key);
});

test.each([
  ['no secret', 'k1', /keyId:secret/],
  ['an empty secret', 'k1:', /shorter than 32 bytes/],
  ['a short secret', 'k1:hunter2', /shorter than 32 bytes/],
  ['an algorithm and no secret', 'k1:sm3', /shorter than 32 bytes/],
  ['an algorithm and a short secret', 'k1:sm3:hunter2', /shorter than 32 bytes/],
  ['no id', `:${SECRET}`, /signing key id/],
  ['an id that no header can carry', `a b:${SECRET}`, /signing key id/],
])('%s makes no key, and the refusal does not repeat the secret', (_, text, message) => {
  expect(() => parseSigningKey(text)).toThrow(message);
  expect(() => parseSigningKey(text)).toThrow(expect.objectContaining({ message: expect.not.stringContaining('hunter2') }));
});

test('an algorithm that this OpenSSL does not have is named at once, not at the first call', () => {
  jest.spyOn(crypto, 'getHashes').mockReturnValueOnce(['sha256']);
  expect(() => signingKey('k1', SECRET, 'sm3')).toThrow('signing key k1 needs sm3, which this Node.js (its OpenSSL) does not have');
});

test('the SM3 of the standard’s own example comes out (GB/T 32905-2016, A.1)', () => {
  expect(crypto.hash(signingKey('k1', SECRET, 'sm3').algorithm, 'abc', 'hex')).toBe(
    '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  );
});

test('HMAC-SHA-256 comes out as in RFC 4231, test case 2', () => {
  // Its key, "Jefe", is shorter than any that configuration may give.
  const key = { id: 'k1', secret: 'Jefe', algorithm: 'sha256' } as const;
  const hex = Buffer.from(hmac(key, 'what do ya want for nothing?'), 'base64url').toString('hex');
  expect(hex).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
});

test.each(['sha256', 'sm3'] as const)('HMAC by %s is what RFC 2104 makes of that hash', (algorithm) => {
  const hash = (...parts: Buffer[]) => crypto.createHash(algorithm).update(Buffer.concat(parts)).digest();
  const pad = (byte: number) => Buffer.alloc(64, byte).map((value, index) => value ^ (Buffer.from(SECRET)[index] ?? 0));
  const inner = hash(Buffer.from(pad(0x36)), Buffer.from('message'));
  const expected = hash(Buffer.from(pad(0x5c)), inner).toString('base64url');
  expect(hmac(signingKey('k1', SECRET, algorithm), 'message')).toBe(expected);
  expect(hmac(signingKey('k1', SECRET, algorithm), 'mes', Buffer.from('sage'))).toBe(expected);
});

test('a body that is larger than the room kept for small ones signs as Node’s own HMAC does', () => {
  const key = signingKey('k1', SECRET);
  for (const body of ['正'.repeat(30_000), 'x'.repeat(64 * 1024), Buffer.alloc(100_000, 'y')])
    expect(hmac(key, 'head\n', body)).toBe(crypto.createHmac('sha256', SECRET).update('head\n').update(body).digest('base64url'));
});

test.each([33, 63, 64, 65, 200])('a secret of %i bytes signs as Node’s own HMAC does', (length) => {
  for (const algorithm of ['sha256', 'sm3'] as const) {
    const key = signingKey('k1', '密'.repeat(11) + 'x'.repeat(length - 33), algorithm);
    expect(hmac(key, 'head\n', Buffer.from('正文'))).toBe(
      crypto.createHmac(algorithm, key.secret).update('head\n正文').digest('base64url'),
    );
  }
});
