import { type OperationDefinitionNode, parse } from 'graphql';
import { sizeOf } from './document-size';

const whole = (text: string) => sizeOf(parse(text)).whole;

test('fragments that no operation uses are counted, each for itself: validation reads them', () => {
  expect(whole('{ a } fragment F on Q { b c ...G } fragment G on Q { d }').selections).toBe(1 + 4 + 1);
});

test('all operations of a document are counted, and each for itself', () => {
  const document = parse('query A { a { b } } mutation B { c d } query C { ...F } fragment F on Q { __schema { types { name } } }');
  const size = sizeOf(document);
  const [a, b, c] = document.definitions as OperationDefinitionNode[];
  expect(size.whole.selections).toBe(8);
  expect([a, b, c].map((operation) => size.of(operation!).rootFields)).toEqual([1, 2, 1]);
  expect([a, b, c].map((operation) => size.of(operation!).introspects)).toEqual([false, false, true]);
});

test('a fragment that uses itself is refused, though nothing else uses it', () => {
  expect(() => sizeOf(parse('{ a } fragment F on Q { ...F }'))).toThrow(expect.objectContaining({ reason: 'FRAGMENT_CYCLE' }));
});

test('fragments and operations of the same name, or of none, are no reason to fail', () => {
  expect(whole('{ a } { ...F ...G } fragment F on Q { a } fragment F on Q { a b }').selections).toBe(5);
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
