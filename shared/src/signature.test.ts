import { CALL_PART_NAMES, partOf, withPart } from '../testing/signed-call';
import type { Clock } from './clock';
import type { RequestContext } from './context';
import { DomainError } from './errors';
import { NonceCache } from './nonce-cache';
import { CALL_HEADER, readCall, SIGNATURE_WINDOW_MS, signCall, verifyCall } from './signature';
import { signingKey } from './signing-key';
import { ANONYMOUS } from './viewer';

const NOW = new Date('2026-11-22T08:00:00.000Z');
const clock: Clock = () => NOW;
const key = signingKey('matters-1', 'a secret that is long enough to sign with');
const context: RequestContext = {
  viewer: { subject: 'u-1', name: '王芳', organization: null, divisions: [{ code: '410225201' }], scopes: ['matters:read'] },
  requestId: '019a8e5c-1b2c-7def-8a3b-138123456789',
  locale: 'zh',
  purpose: '办件 20261122-001',
};
const request = { method: 'POST', path: '/graphql', body: '{"query":"{ __typename }"}' };

const signed = (over: Partial<Parameters<typeof signCall>[0]> = {}) => signCall({ key, context, clock, ...request, ...over });

function verify(headers: Record<string, string>, over: Partial<Parameters<typeof verifyCall>[0]> = {}): RequestContext {
  return verifyCall({ said: readCall(headers), keys: [key], clock, nonces: new NonceCache(), ...request, ...over });
}

function reasonOf(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'UNAUTHENTICATED') return error.reason;
    throw error;
  }
  return 'accepted';
}

test('a signed call brings its whole context across, Chinese included', () => {
  expect(verify(signed())).toEqual(context);
});

test('an anonymous viewer survives the wire', () => {
  expect(verify(signed({ context: { ...context, viewer: ANONYMOUS, purpose: null } })).viewer).toEqual(ANONYMOUS);
});

test('an unsigned call is refused', () => {
  expect(reasonOf(() => verify({}))).toBe('CALL_UNSIGNED');
});

describe.each(CALL_PART_NAMES)('a call is refused whose %s', (part) => {
  const headers = signed();
  const value = partOf(headers, part);

  test.each([
    ['is missing', undefined],
    ['is empty', ''],
    ['stands there twice', `${value} ${value}`],
    ['ends a line', `${value}\n`],
    ['is far too long', 'a'.repeat(16_385)],
  ])('%s', (_, wrong) => expect(reasonOf(() => verify(withPart(headers, part, wrong)))).toBe('CALL_MALFORMED'));
});

test('a call whose header was sent twice is refused, joined as HTTP joins it or as a list', () => {
  const line = signed()[CALL_HEADER]!;
  expect(reasonOf(() => verify({ [CALL_HEADER]: `${line}, ${line}` }))).toBe('CALL_MALFORMED');
  expect(reasonOf(() => verify({ [CALL_HEADER]: [line, line] as unknown as string }))).toBe('CALL_UNSIGNED');
});

test.each([
  ['too short', (signature: string) => signature.slice(0, -1)],
  ['too long', (signature: string) => `${signature}A`],
  ['another', (signature: string) => (signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`)],
])('a signature that is %s is refused', (_, change) => {
  const headers = signed();
  expect(reasonOf(() => verify(withPart(headers, 'signature', change(partOf(headers, 'signature')))))).toBe('CALL_SIGNATURE_WRONG');
});

test('an altered body, path or method is refused', () => {
  expect(reasonOf(() => verify(signed(), { body: '{"query":"{ secrets }"}' }))).toBe('CALL_SIGNATURE_WRONG');
  expect(reasonOf(() => verify(signed(), { path: '/other' }))).toBe('CALL_SIGNATURE_WRONG');
  expect(reasonOf(() => verify(signed(), { path: '/graphql?x=1' }))).toBe('CALL_SIGNATURE_WRONG');
  expect(reasonOf(() => verify(signed({ path: '/graphql?a=1' }), { path: '/graphql?a=2' }))).toBe('CALL_SIGNATURE_WRONG');
  expect(reasonOf(() => verify(signed(), { method: 'PUT' }))).toBe('CALL_SIGNATURE_WRONG');
});

test('an identity, time, nonce or request id taken from another call is refused', () => {
  const other = signed({
    context: { ...context, requestId: 'another', viewer: { ...context.viewer, divisions: [{ code: '410225' }] } },
    clock: () => new Date(NOW.getTime() - 1),
  });
  for (const part of ['identity', 'timestamp', 'nonce', 'requestId'] as const) {
    expect(reasonOf(() => verify(withPart(signed(), part, partOf(other, part))))).toBe('CALL_SIGNATURE_WRONG');
  }
});

test('a replayed call is refused, also just before its time runs out', () => {
  const nonces = new NonceCache();
  const headers = signed();
  verify(headers, { nonces });
  expect(reasonOf(() => verify(headers, { nonces }))).toBe('CALL_REPLAYED');
  expect(reasonOf(() => verify(headers, { nonces, clock: at(SIGNATURE_WINDOW_MS) }))).toBe('CALL_REPLAYED');
});

test('a call from more than the window ago or ahead is refused, at its edge it is not', () => {
  expect(reasonOf(() => verify(signed(), { clock: at(SIGNATURE_WINDOW_MS + 1) }))).toBe('CALL_STALE');
  expect(reasonOf(() => verify(signed(), { clock: at(-SIGNATURE_WINDOW_MS - 1) }))).toBe('CALL_STALE');
  expect(reasonOf(() => verify(signed(), { clock: at(SIGNATURE_WINDOW_MS) }))).toBe('accepted');
  expect(reasonOf(() => verify(withPart(signed(), 'timestamp', 'soon')))).toBe('CALL_MALFORMED');
});

test('a call signed with an unknown key, or with another secret under a known id, is refused', () => {
  const stranger = signingKey('stranger', 'another secret that is long enough, too');
  expect(reasonOf(() => verify(signed({ key: stranger })))).toBe('CALL_KEY_UNKNOWN');
  expect(reasonOf(() => verify(signed({ key: { ...stranger, id: key.id } })))).toBe('CALL_SIGNATURE_WRONG');
});

test('during a rotation both keys are good', () => {
  const next = signingKey('matters-2', 'the next secret, long enough to sign with');
  expect(reasonOf(() => verify(signed(), { keys: [key, next] }))).toBe('accepted');
  expect(reasonOf(() => verify(signed({ key: next }), { keys: [key, next] }))).toBe('accepted');
});

test('a key that signs by SM3 is verified by SM3, and by nothing else', () => {
  const bySm3 = signingKey(key.id, key.secret, 'sm3');
  expect(reasonOf(() => verify(signed({ key: bySm3 }), { keys: [bySm3] }))).toBe('accepted');
  expect(reasonOf(() => verify(signed({ key: bySm3 }), { keys: [key] }))).toBe('CALL_SIGNATURE_WRONG');
  expect(reasonOf(() => verify(signed(), { keys: [bySm3] }))).toBe('CALL_SIGNATURE_WRONG');
});

test('no header of a call chooses the algorithm', () => {
  const sm3 = signingKey('matters-3', 'the secret of the key that signs by SM3', 'sm3');
  const forged = { ...signed({ key: signingKey(sm3.id, sm3.secret, 'sha256') }), 'x-tg-algorithm': 'sha256', alg: 'none' };
  expect(reasonOf(() => verify(forged, { keys: [key, sm3] }))).toBe('CALL_SIGNATURE_WRONG');
});

test('a call signed before the process began to remember is refused: the one before it may have answered it', () => {
  const nonces = new NonceCache({ since: NOW.getTime() });
  expect(reasonOf(() => verify(signed({ clock: at(-1) }), { nonces }))).toBe('CALL_STALE');
  expect(reasonOf(() => verify(signed(), { nonces }))).toBe('accepted');
});

test('a wrong signature does not use up the nonce of the call that it copied', () => {
  const nonces = new NonceCache();
  const headers = signed();
  expect(reasonOf(() => verify(headers, { nonces, body: 'other' }))).toBe('CALL_SIGNATURE_WRONG');
  expect(reasonOf(() => verify(headers, { nonces }))).toBe('accepted');
});

function at(laterMs: number): Clock {
  return () => new Date(NOW.getTime() + laterMs);
}
