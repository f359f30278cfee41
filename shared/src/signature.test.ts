import type { Clock } from './clock';
import type { RequestContext } from './context';
import { DomainError } from './errors';
import { NonceCache, SIGNATURE_HEADERS, SIGNATURE_WINDOW_MS, signCall, signingKey, verifyCall } from './signature';
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
  return verifyCall({ keys: [key], headers, clock, nonces: new NonceCache(), ...request, ...over });
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

test.each(Object.values(SIGNATURE_HEADERS))('a call without %s is refused', (name) => {
  const { [name]: _, ...rest } = signed();
  expect(reasonOf(() => verify(rest))).toBe('CALL_UNSIGNED');
});

test('an altered body, path or method is refused', () => {
  expect(reasonOf(() => verify(signed(), { body: '{"query":"{ secrets }"}' }))).toBe('CALL_SIGNATURE_WRONG');
  expect(reasonOf(() => verify(signed(), { path: '/other' }))).toBe('CALL_SIGNATURE_WRONG');
  expect(reasonOf(() => verify(signed(), { method: 'PUT' }))).toBe('CALL_SIGNATURE_WRONG');
});

test('an identity, time, nonce or request id taken from another call is refused', () => {
  const other = signed({
    context: { ...context, requestId: 'another', viewer: { ...context.viewer, divisions: [{ code: '410225' }] } },
    clock: () => new Date(NOW.getTime() - 1),
  });
  for (const name of ['x-tg-identity', 'x-tg-timestamp', 'x-tg-nonce', 'x-tg-request-id']) {
    expect(reasonOf(() => verify({ ...signed(), [name]: other[name]! }))).toBe('CALL_SIGNATURE_WRONG');
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
  expect(reasonOf(() => verify({ ...signed(), 'x-tg-timestamp': 'soon' }))).toBe('CALL_STALE');
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

test('a header that could break out of its signed line is refused', () => {
  expect(reasonOf(() => verify({ ...signed(), 'x-tg-nonce': 'a\nb' }))).toBe('CALL_MALFORMED');
});

test('a wrong signature does not use up the nonce of the call that it copied', () => {
  const nonces = new NonceCache();
  const headers = signed();
  expect(reasonOf(() => verify(headers, { nonces, body: 'other' }))).toBe('CALL_SIGNATURE_WRONG');
  expect(reasonOf(() => verify(headers, { nonces }))).toBe('accepted');
});

test('the nonce cache forgets what its time refuses, and refuses rather than forgets what it does not', () => {
  const nonces = new NonceCache(2);
  expect(nonces.remember('a', 100, 0)).toBe('new');
  expect(nonces.remember('b', 200, 0)).toBe('new');
  expect(nonces.remember('c', 300, 50)).toBe('full');
  expect(nonces.remember('c', 300, 101)).toBe('new');
  expect(nonces.remember('b', 200, 101)).toBe('known');
});

test('a short secret or an id that no header can carry makes no key', () => {
  expect(() => signingKey('k', 'short')).toThrow(/shorter than 32 bytes/);
  expect(() => signingKey('a b', 'a secret that is long enough to sign with')).toThrow(/signing key id/);
});

function at(laterMs: number): Clock {
  return () => new Date(NOW.getTime() + laterMs);
}
