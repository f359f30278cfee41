import { DEFAULT_LIMITS, type OperationLimits } from './limits';
import { guardText } from './operation-text';

const guard = (text: string, limits: Partial<OperationLimits> = {}) => guardText(text, { ...DEFAULT_LIMITS, ...limits });
const over = (limit: string, allowed: number) =>
  expect.objectContaining({ code: 'OPERATION_REFUSED', reason: 'OPERATION_TOO_LARGE', details: { limit, allowed } });

test('a text is as long as it is in UTF-8', () => {
  expect(guard('{ 名 }').bytes).toBe(7);
  expect(() => guard('{ 名 }', { bytes: 6 })).toThrow(over('bytes', 6));
});

test('tokens are counted to the last; commas, spaces and comments are none', () => {
  expect(guard('{ a(b: 1), # c d e\n c }').tokens).toBe(9);
  expect(() => guard('{ a b }', { tokens: 4 })).not.toThrow();
  expect(() => guard('{ a b }', { tokens: 3 })).toThrow(over('tokens', 3));
});

test.each([
  ['selection sets', '{a'.repeat(51)],
  ['lists', `{ a(list: ${'['.repeat(50)}`],
  ['objects', `{ a(of: ${'{b:'.repeat(50)}`],
  ['types', `query ($v: ${'['.repeat(51)}`],
])('%s that nest deeper than a parser should follow are refused', (_, text) => {
  expect(() => guard(text)).toThrow(over('depth', 25));
});

test('brackets in strings and comments neither count nor hide others', () => {
  expect(() => guard(`{ a(s: "${'{['.repeat(500)}", t: """${'{['.repeat(500)}""") } # ${'{['.repeat(500)}`)).not.toThrow();
  expect(() => guard(`{ a(s: "${'}]'.repeat(500)}") ${'{a'.repeat(51)}`)).toThrow(over('depth', 25));
  expect(() => guard(`{ # ${'}'.repeat(500)}\n ${'{a'.repeat(51)}`)).toThrow(over('depth', 25));
});

test('what closes again may come often', () => {
  expect(() => guard('{ a { b(c: [[1]]) } }'.repeat(100))).not.toThrow();
});

test.each(['{ a(s: "unterminated', '{ ? }', '\u0000', ''])('what is no GraphQL is left to the parser: %j', (text) => {
  expect(() => guard(text)).not.toThrow();
});
