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

test('as calls go on, holds those that still count and no more', () => {
  const window = 100;
  const nonces = new NonceCache({ capacity: window + 1 });
  for (let now = 0; now < 50 * window; now += 1) {
    expect(nonces.remember(`n${now}`, now + window, now)).toBe('new');
    const oldest = Math.max(0, now - window);
    expect(nonces.remember(`n${oldest}`, oldest + window, now)).toBe('known');
  }
});
