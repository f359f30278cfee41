import { type OperationDefinitionNode, parse } from 'graphql';
import { sizeOf } from './document-size';

const whole = (text: string) => sizeOf(parse(text)).whole;

/** Fragments that each use the next one twice: 2^levels fields out of some 25 bytes a level. */
function bomb(levels: number, use = '{ ...f0 }'): string {
  const fragments = Array.from({ length: levels }, (_, i) => `fragment f${i} on Q { a { ...f${i + 1} } b: a { ...f${i + 1} } }`);
  return `${use} ${fragments.join(' ')} fragment f${levels} on Q { c }`;
}

test('fields, fragments and levels are counted', () => {
  expect(whole('query Q { a { b c: d } ...F ... on Q { g } } fragment F on Q { e }')).toEqual({
    selections: 7,
    depth: 2,
    aliases: 1,
    rootFields: 3,
    introspects: false,
  });
});

test('a fragment counts each time it is used, and costs no more than its text', () => {
  expect(whole('{ a { ...F } b { ...F } ...F } fragment F on Q { x: y }')).toMatchObject({ selections: 8, aliases: 3 });
  // 2^60 fields: an answer at all says that each fragment was measured once.
  expect(whole(bomb(60)).selections).toBeGreaterThan(2 ** 60);
  expect(whole(bomb(1100)).selections).toBe(Number.POSITIVE_INFINITY);
});

test('fragments that nothing uses are counted: validation reads them', () => {
  expect(whole(bomb(60, '{ c }')).selections).toBeGreaterThan(2 ** 60);
});

test('all operations of a document are counted, and each for itself', () => {
  const document = parse('query A { a { b } } mutation B { c d } query C { ...F } fragment F on Q { __schema { types { name } } }');
  const size = sizeOf(document);
  const [a, b, c] = document.definitions as OperationDefinitionNode[];
  expect(size.whole.selections).toBe(8);
  expect([a, b, c].map((operation) => size.of(operation!).rootFields)).toEqual([1, 2, 1]);
  expect([a, b, c].map((operation) => size.of(operation!).introspects)).toEqual([false, false, true]);
});

test('levels of fragments count like those of fields', () => {
  expect(whole('{ a { ... { ... on A { b } } } }').depth).toBe(4);
  const chain = Array.from({ length: 30 }, (_, i) => `fragment f${i} on Q { ...f${i + 1} }`);
  expect(whole(`{ ...f0 } ${chain.join(' ')} fragment f30 on Q { a }`).depth).toBe(32);
});

test.each([
  ['itself', '{ ...F } fragment F on Q { a { ...F } }'],
  ['itself by way of others', '{ ...F } fragment F on Q { ...G } fragment G on Q { ... { ...H } } fragment H on Q { ...F }'],
  ['itself, and is used by nothing', '{ a } fragment F on Q { ...F }'],
  [
    'itself over and over',
    `{ ...f0 } ${Array.from({ length: 30 }, (_, i) => `fragment f${i} on Q { ${Array.from({ length: 30 }, (__, j) => `...f${(i + j + 1) % 30}`).join(' ')} }`).join(' ')}`,
  ],
])('a fragment that uses %s is refused', (_, text) => {
  expect(() => sizeOf(parse(text))).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', reason: 'FRAGMENT_CYCLE' }));
});

test('fragments and operations of the same name, or of none, are no reason to fail', () => {
  expect(whole('{ a } { ...F ...G } fragment F on Q { a } fragment F on Q { a b }').selections).toBe(5);
});

test.each([
  ['__schema', '{ __schema { types { name } } }', true],
  ['__type, by an alias inside a fragment', '{ ...F } fragment F on Query { a: __type(name: "A") { name } }', true],
  ['type names', '{ __typename a { __typename } }', false],
])('asking for %s is told apart from other questions', (_, text, introspects) => {
  expect(whole(text).introspects).toBe(introspects);
});

test.each([
  ['fields of different names', '{ a b c: a }', 0],
  ['equal fields', '{ a a a a }', 6],
  ['equal fields of fragments', '{ a ...F ...F ... { a } } fragment F on Q { a }', 6],
  ['equal fields below equal fields', '{ a { b b } a { b } }', 1 + 3],
  ['equal fields of a fragment that nothing uses', '{ a } fragment F on Q { b b b }', 3],
  ['what only looks equal, in different places', '{ a { b } c { b } }', 0],
])('overlaps: %s', (_, text, overlaps) => {
  expect(sizeOf(parse(text)).overlaps()).toBe(overlaps);
});
