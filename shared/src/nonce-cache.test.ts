import { NonceCache } from './nonce-cache';

test('forgets what its time refuses, and refuses rather than forgets what it does not', () => {
  const nonces = new NonceCache({ capacity: 2 });
  expect(nonces.remember('a', 100, 0)).toBe('new');
  expect(nonces.remember('b', 200, 0)).toBe('new');
  expect(nonces.remember('c', 300, 50)).toBe('full');
  expect(nonces.remember('c', 300, 101)).toBe('new');
  expect(nonces.remember('b', 200, 101)).toBe('known');
});

test('knows a nonce to the last instant that its call would be let in', () => {
  const nonces = new NonceCache();
  nonces.remember('a', 100, 0);
  nonces.remember('b', 300, 100);
  expect(nonces.remember('a', 100, 100)).toBe('known');
});
