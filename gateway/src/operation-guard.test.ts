import { parse } from 'graphql';
import { DEFAULT_LIMITS, guardNesting, guardOperation, isIntrospective } from './operation-guard';

/** Fragments that each use the next one twice: 2^levels fields out of some 25 bytes a level. */
function bomb(levels: number): string {
  const fragments = Array.from({ length: levels }, (_, i) => `fragment f${i} on Q { a { ...f${i + 1} } b: a { ...f${i + 1} } }`);
  return `{ ...f0 } ${fragments.join(' ')} fragment f${levels} on Q { c }`;
}

const guard = (query: string) => () => guardOperation(parse(query), DEFAULT_LIMITS);

test('an ordinary operation passes', () => {
  expect(guard('query Q { a { b { c } } ...F } fragment F on Q { d { e } }')).not.toThrow();
});

test('a fragment bomb is refused at once, for what it expands to', () => {
  // 2^60 fields: an answer at all says that each fragment was measured once.
  expect(guard(bomb(60))).toThrow(expect.objectContaining({ code: 'OPERATION_REFUSED', details: { limit: 'selections', allowed: 5000 } }));
});

test('an operation that is too deep, or has too many root fields, is refused', () => {
  expect(guard(`${'{ a '.repeat(26)}${'}'.repeat(26)}`)).toThrow(expect.objectContaining({ details: { limit: 'depth', allowed: 25 } }));
  const many = Array.from({ length: 51 }, (_, i) => `a${i}: a`).join(' ');
  expect(guard(`{ ${many} }`)).toThrow(expect.objectContaining({ details: { limit: 'rootFields', allowed: 50 } }));
});

test('a text that nests deeper than a parser can follow is refused before it is parsed', () => {
  const tooDeep = expect.objectContaining({ code: 'OPERATION_REFUSED', reason: 'OPERATION_TOO_LARGE' });
  expect(() => guardNesting('{a'.repeat(3000))).toThrow(tooDeep);
  expect(() => guardNesting(`{ a(list: ${'['.repeat(4000)}) }`)).toThrow(tooDeep);
  expect(() => guardNesting('{ a { b(c: [[1]]) } }'.repeat(1000))).not.toThrow();
});

test('asking for the schema is seen, also inside a fragment; asking for a type name is not', () => {
  expect(isIntrospective(parse('{ __schema { types { name } } }'))).toBe(true);
  expect(isIntrospective(parse('{ ...F } fragment F on Query { __type(name: "A") { name } }'))).toBe(true);
  expect(isIntrospective(parse('{ __typename a { __typename } }'))).toBe(false);
});
