import { type OperationDefinitionNode, parse } from 'graphql';
import { FragmentSizes, type SelectionSize, totalOf } from './selection-size';

/** The size of the first operation, which stands first in the text. */
function sizeOf(text: string): SelectionSize {
  const document = parse(text);
  return new FragmentSizes(document).sizeOfSet((document.definitions[0] as OperationDefinitionNode).selectionSet);
}

/** Fragments that each use the next one twice: 2^levels fields out of some 25 bytes a level. */
function bomb(levels: number): string {
  const fragments = Array.from({ length: levels }, (_, i) => `fragment f${i} on Q { a { ...f${i + 1} } b: a { ...f${i + 1} } }`);
  return `{ ...f0 } ${fragments.join(' ')} fragment f${levels} on Q { c }`;
}

test('fields, fragments and levels are counted', () => {
  expect(sizeOf('query Q { a { b c: d } ...F ... on Q { g } } fragment F on Q { e }')).toEqual({
    selections: 7,
    depth: 2,
    aliases: 1,
    rootFields: 3,
    introspects: false,
  });
});

test('a fragment counts each time it is used, and costs no more than its text', () => {
  expect(sizeOf('{ a { ...F } b { ...F } ...F } fragment F on Q { x: y }')).toMatchObject({ selections: 8, aliases: 3 });
  // 2^60 fields: an answer at all says that each fragment was measured once.
  expect(sizeOf(bomb(60)).selections).toBeGreaterThan(2 ** 60);
  expect(sizeOf(bomb(1100)).selections).toBe(Number.POSITIVE_INFINITY);
});

test('levels of fragments count like those of fields', () => {
  expect(sizeOf('{ a { ... { ... on A { b } } } }').depth).toBe(4);
  const chain = Array.from({ length: 30 }, (_, i) => `fragment f${i} on Q { ...f${i + 1} }`);
  expect(sizeOf(`{ ...f0 } ${chain.join(' ')} fragment f30 on Q { a }`).depth).toBe(32);
});

test.each([
  ['itself', '{ ...F } fragment F on Q { a { ...F } }'],
  ['itself by way of others', '{ ...F } fragment F on Q { ...G } fragment G on Q { ... { ...H } } fragment H on Q { ...F }'],
  [
    'itself over and over',
    `{ ...f0 } ${Array.from({ length: 30 }, (_, i) => `fragment f${i} on Q { ${Array.from({ length: 30 }, (__, j) => `...f${(i + j + 1) % 30}`).join(' ')} }`).join(' ')}`,
  ],
])('a fragment that uses %s is refused', (_, text) => {
  expect(() => sizeOf(text)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', reason: 'FRAGMENT_CYCLE' }));
});

test('a fragment that is not there is counted by its use alone', () => {
  expect(sizeOf('{ a ...F }')).toMatchObject({ selections: 2, depth: 1 });
});

test.each([
  ['__schema', '{ __schema { types { name } } }', true],
  ['__type, by an alias inside a fragment', '{ ...F } fragment F on Query { a: __type(name: "A") { name } }', true],
  ['type names', '{ __typename a { __typename } }', false],
])('asking for %s is told apart from other questions', (_, text, introspects) => {
  expect(sizeOf(text).introspects).toBe(introspects);
});

test('sets side by side add up, and are as deep as the deepest', () => {
  const sizes = ['{ a: b { c } }', '{ ...F } fragment F on Q { __schema { types { name } } }'].map(sizeOf);
  expect(totalOf(sizes)).toEqual({ selections: 6, depth: 4, aliases: 1, rootFields: 2, introspects: true });
  expect(totalOf([])).toMatchObject({ selections: 0, depth: 0 });
});
