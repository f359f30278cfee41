import { RecentlyUsed } from './recently-used';

test('what was used least recently goes first, once all together weigh too much', () => {
  const values = new RecentlyUsed<number>(3000);
  values.set('a', 1, 800);
  values.set('b', 2, 800);
  values.set('c', 3, 300);
  expect(values.get('a')).toBe(1);
  values.set('d', 4, 800);
  expect(['a', 'b', 'c', 'd'].map((key) => values.get(key))).toEqual([1, undefined, 3, 4]);
});

test('a key that is set again weighs once', () => {
  const values = new RecentlyUsed<number>(3000);
  for (let time = 0; time < 100; time += 1) values.set('a', time, 1000);
  values.set('b', 1, 1000);
  expect([values.get('a'), values.get('b')]).toEqual([99, 1]);
});

test('what is heavier than all that may be kept is not kept, and the smallest values are not kept without end', () => {
  const values = new RecentlyUsed<number>(3000);
  values.set('huge', 1, 5000);
  expect(values.get('huge')).toBeUndefined();
  for (let key = 0; key < 1000; key += 1) values.set(String(key), key, 0);
  expect(values.get('0')).toBeUndefined();
  expect(values.get('999')).toBe(999);
});
