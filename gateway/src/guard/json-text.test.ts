import { guardJson } from './json-text';
import { DEFAULT_LIMITS, type OperationLimits } from './limits';

const guard = (text: string, limits: Partial<OperationLimits> = {}) => guardJson(text, { ...DEFAULT_LIMITS, ...limits });
const over = (limit: string, allowed: number) => expect.objectContaining({ code: 'OPERATION_REFUSED', details: { limit, allowed } });

test('an ordinary request passes', () => {
  expect(() => guard(JSON.stringify({ query: '{ a }', variables: { list: [1, 2, { a: null }] } }), { values: 20 })).not.toThrow();
});

test.each([
  ['a list', JSON.stringify(Array(30).fill(1))],
  ['an object', JSON.stringify(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`k${i}`, i])))],
  ['lists of nothing', JSON.stringify(Array(30).fill([]))],
])('too many values in %s are refused', (_, text) => {
  expect(() => guard(text, { values: 20 })).toThrow(over('values', 20));
});

test.each([
  ['lists', '['.repeat(51)],
  ['objects', '{"a":'.repeat(51)],
  ['half a million lists', '['.repeat(500_000)],
])('%s inside one another are refused', (_, text) => {
  expect(() => guard(text)).toThrow(over('depth', 25));
});

test('what stands in strings does not count', () => {
  expect(() => guard(JSON.stringify({ query: `{[,"\\${'{[,\\"'.repeat(5000)}` }), { values: 5 })).not.toThrow();
});

test('a string ends at its quote, however many backslashes stand before it', () => {
  for (const backslashes of [0, 1, 2, 3, 4, 1001]) {
    const text = JSON.stringify({ a: '\\'.repeat(backslashes) });
    expect(() => guard(text.replace('}', `,"b":${'['.repeat(51)}`))).toThrow(over('depth', 25));
    expect(() => guard(JSON.stringify({ a: `${'\\'.repeat(backslashes)}"${'['.repeat(500)}` }))).not.toThrow();
  }
});

test.each(['', '"', '"\\', '{', '"a\\"', 'null'])('what is no JSON is left to the parser: %j', (text) => {
  expect(() => guard(text)).not.toThrow();
});
