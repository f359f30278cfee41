import { buildSchema, type OperationDefinitionNode, parse } from 'graphql';
import type { ListSize } from './declared-costs';
import { operationCost } from './operation-cost';
import { OperationValues } from './operation-values';

const schema = buildSchema(`
  type Query {
    towns(first: Int = 20): Towns! plain: [Town!]! town: Town numbers: [Int!]!
    unsaid(first: Int): Towns! sliced(head: Int, tail: Int): [Town!]! held(head: Int = 7): Holder!
    counts(by: [By!]): [Count!]! place: Place thing: Thing heavy(of: Filter): Int
  }
  type Mutation { write: Int found: Town }
  type Towns { nodes: [Town!]! edges: [Edge!]! totalCount: Int! pageInfo: Info! }
  type Edge { cursor: String! node: Town! }
  type Info { end: String }
  type Holder { rows: [Town!]! others: [Town!]! }
  type Town implements Place { name: String steps: [Step!]! villages(first: Int = 20): Towns! places: [Place!]! }
  type City implements Place { name: String steps: [Step!]! places: [Place!]! }
  interface Place { name: String steps: [Step!]! places: [Place!]! }
  union Thing = Town | City
  type Step { name: String }
  type Count { total: Int }
  enum By { A B }
  input Filter { a: Int list: [Filter!] by: By }
`);

const LISTED: ListSize = { assumedSize: null, slicingArguments: [], sizedFields: [], requireOneSlicingArgument: true };

interface Declared {
  weights?: Record<string, number>;
  listSizes?: Record<string, Partial<ListSize>>;
}

function cost(query: string, variables: Record<string, unknown> = {}, { weights = {}, listSizes = {} }: Declared = {}): number {
  const document = parse(query);
  const declared = {
    weights: new Map(Object.entries(weights)),
    listSizes: new Map(Object.entries(listSizes).map(([coordinate, size]) => [coordinate, { ...LISTED, ...size }])),
  };
  const operation = document.definitions[0] as OperationDefinitionNode;
  return operationCost({ schema, declared }, { document, operation }, new OperationValues(operation, variables));
}

describe('without declarations', () => {
  test.each([
    ['one object', '{ town { name } }', {}, 1],
    ['scalars, which are free', '{ numbers }', {}, 0],
    ['a page by its literal', '{ towns(first: 30) { nodes { name } } }', {}, 31],
    ['a page by its default', '{ towns { nodes { name } } }', {}, 21],
    ['a page by a variable', 'query ($n: Int) { towns(first: $n) { nodes { name } } }', { n: 40 }, 41],
    ['a page by the default of a variable', 'query ($n: Int = 50) { towns(first: $n) { nodes { name } } }', {}, 51],
    [
      'a page by a variable that was not given, so by the field’s default',
      'query ($n: Int) { towns(first: $n) { nodes { name } } }',
      {},
      21,
    ],
    ['a total without rows', '{ towns(first: 100) { totalCount pageInfo { end } } }', {}, 2],
    ['edges with their nodes', '{ towns(first: 10) { edges { node { name } } } }', {}, 21],
    ['pages in pages', '{ towns(first: 100) { nodes { villages(first: 100) { nodes { name } } } } }', {}, 10_201],
    ['lists without pages', '{ plain { steps { name } } }', {}, 30],
    [
      'fragments, each time they are used',
      '{ a: town { ...F } b: town { ...F } } fragment F on Town { villages(first: 7) { nodes { name } } }',
      {},
      18,
    ],
    ['inline fragments', '{ ... { town { ... on Town { steps { name } } } } }', {}, 6],
    ['what an interface holds', '{ place { steps { name } ... on Town { villages { nodes { name } } } } }', {}, 27],
    ['what a union holds', '{ thing { ... on Town { steps { name } } ... on City { steps { name } } } }', {}, 11],
    ['mutations, heavier than reads', 'mutation { write found { name } }', {}, 20],
    ['the schema, which is large', '{ __schema { types { fields { name } } } }', {}, 5000 + 5 * (1 + 5)],
    ['one type of it, like other lists', '{ __type(name: "Town") { fields { name } } }', {}, 6],
  ])('%s', (_, query, variables, expected) => {
    expect(cost(query, variables)).toBe(expected);
  });

  test.each([
    ['null', '{ towns(first: null) { nodes { name } } }', {}],
    ['a variable that is null', 'query ($n: Int) { towns(first: $n) { nodes { name } } }', { n: null }],
    ['a negative number', '{ towns(first: -5) { nodes { name } } }', {}],
    ['a text', 'query ($n: Int) { towns(first: $n) { nodes { name } } }', { n: '1' }],
    ['a list', '{ towns(first: [1]) { nodes { name } } }', {}],
    ['NaN', 'query ($n: Int) { towns(first: $n) { nodes { name } } }', { n: Number.NaN }],
    ['nothing, and no default', '{ unsaid { nodes { name } } }', {}],
    ['a variable that nobody declared', '{ towns(first: $x) { nodes { name } } }', { x: 1 }],
    ['a variable named like a method', 'query ($constructor: Int) { unsaid(first: $constructor) { nodes { name } } }', {}],
  ])('a page that is %s is taken for a large one', (_, query, variables) => {
    const isDefaulted = query.includes('$x');
    expect(cost(query, variables)).toBe(isDefaulted ? 21 : 101);
  });

  test('sizes that cannot be real neither overflow nor come to nothing', () => {
    const nested = (first: string) =>
      `{ towns(first: ${first}) { nodes { villages(first: ${first}) { nodes { villages(first: ${first}) { nodes { name } } } } } } }`;
    expect(cost(nested('9'.repeat(400)))).toBeGreaterThan(1e17);
    expect(cost(`{ towns(first: 0) { nodes { villages(first: ${'9'.repeat(400)}) { nodes { name } } } } }`)).toBeGreaterThan(1e5);
    expect(cost('{ towns(first: 0) { nodes { name } } }')).toBe(2);
  });

  test('what is known to be left out is not counted; what is not known is', () => {
    const page = '{ nodes { name } }';
    expect(cost(`{ towns(first: 100) @skip(if: true) ${page} }`)).toBe(0);
    expect(cost(`{ towns(first: 100) @include(if: false) ${page} }`)).toBe(0);
    expect(cost(`query ($v: Boolean) { ... @include(if: $v) { towns(first: 100) ${page} } }`, { v: false })).toBe(0);
    expect(cost(`query ($v: Boolean = false) { ...F @include(if: $v) } fragment F on Query { towns(first: 100) ${page} }`)).toBe(0);
    expect(cost(`query ($v: Boolean) { towns(first: 100) @include(if: $v) ${page} }`)).toBe(101);
    expect(cost(`query ($v: Boolean) { towns(first: 100) @skip(if: $v) ${page} }`, { v: 'true' })).toBe(101);
    expect(cost(`{ towns(first: 100) @include ${page} }`)).toBe(101);
  });

  test('what the schema does not know costs nothing: validation refuses it', () => {
    expect(cost('{ nothing(first: 100) { a } town { nothing } ...Missing ... on Nowhere { town { name } } }')).toBe(2);
  });
});

describe('with @listSize', () => {
  const assumed = { listSizes: { 'Query.plain': { assumedSize: 40 }, 'Town.steps': { assumedSize: 4 } } };
  const sliced = {
    listSizes: { 'Query.sliced': { slicingArguments: ['head', 'tail'], assumedSize: 9, requireOneSlicingArgument: false } },
  };

  test('a list is taken to hold what is assumed of it', () => {
    expect(cost('{ plain { steps { name } } }', {}, assumed)).toBe(40 * (1 + 4));
  });

  test('a slicing argument says more than the assumption; the largest counts', () => {
    expect(cost('{ sliced { name } }', {}, sliced)).toBe(9);
    expect(cost('{ sliced(head: 3) { name } }', {}, sliced)).toBe(3);
    expect(cost('query ($n: Int) { sliced(head: 3, tail: $n) { name } }', { n: 30 }, sliced)).toBe(30);
    expect(cost('query ($n: Int) { sliced(head: null, tail: $n) { name } }', {}, sliced)).toBe(9);
    expect(cost('{ sliced(head: -3) { name } }', {}, sliced)).toBe(100);
  });

  test('of two arguments exactly one must be given, where that is required', () => {
    const required = { listSizes: { 'Query.sliced': { slicingArguments: ['head', 'tail'] } } };
    const refused = expect.objectContaining({
      code: 'OPERATION_REFUSED',
      reason: 'ONE_SLICING_ARGUMENT',
      details: { limit: 'cost', field: 'Query.sliced', oneOf: ['head', 'tail'] },
    });
    expect(cost('{ sliced(tail: 3) { name } }', {}, required)).toBe(3);
    expect(() => cost('{ sliced { name } }', {}, required)).toThrow(refused);
    expect(() => cost('{ sliced(head: null) { name } }', {}, required)).toThrow(refused);
    expect(() => cost('{ sliced(head: 1, tail: 1) { name } }', {}, required)).toThrow(refused);
  });

  test('an argument’s default is given', () => {
    const required = { listSizes: { 'Query.held': { slicingArguments: ['head'] } } };
    expect(cost('{ held { rows { name } } }', {}, required)).toBe(1 + 7);
  });

  test('sized fields are those below that hold the page, and no others', () => {
    const declared = { listSizes: { 'Query.held': { slicingArguments: ['head'], sizedFields: ['rows'] } } };
    expect(cost('{ held(head: 50) { rows { name } others { name } } }', {}, declared)).toBe(1 + 50 + 5);
  });

  test('of an interface, the field that may hold most counts', () => {
    const declared = { listSizes: { 'Town.steps': { assumedSize: 4 }, 'City.steps': { assumedSize: 400 } } };
    expect(cost('{ place { steps { name } } }', {}, declared)).toBe(1 + 400);
    expect(cost('{ town { steps { name } } }', {}, declared)).toBe(1 + 4);
  });
});

describe('with @cost', () => {
  test('a field’s own weight is that of each of its rows', () => {
    expect(cost('{ counts { total } }', {}, { weights: { 'Query.counts': 60 }, listSizes: { 'Query.counts': { assumedSize: 100 } } })).toBe(
      6000,
    );
    expect(cost('{ a: counts { total } b: counts { total } }', {}, { weights: { 'Query.counts': 60 } })).toBe(600);
  });

  test('a type has a weight wherever it is met; of several that may be met, the heaviest', () => {
    const weights = { Town: 30, City: 70, By: 2 };
    expect(cost('{ town { name } }', {}, { weights })).toBe(30);
    expect(cost('{ place { name } }', {}, { weights })).toBe(70);
    expect(cost('{ thing { __typename } }', {}, { weights })).toBe(70);
  });

  test('a scalar may cost, an object may be free', () => {
    expect(cost('{ towns(first: 9) { totalCount nodes { name } } }', {}, { weights: { 'Towns.totalCount': 25, Town: 0 } })).toBe(1 + 25);
  });

  test('a mutation’s declared weight takes the place of the assumed one', () => {
    expect(cost('mutation { write }', {}, { weights: { 'Mutation.write': 5000 } })).toBe(5000);
  });

  test('a weight below zero makes nothing cheaper than free', () => {
    expect(cost('{ town { name } plain { name } }', {}, { weights: { 'Query.town': -1000 } })).toBe(5);
  });

  test('arguments and input fields cost when they are given, in the text or by variables, in lists each', () => {
    const declared = { weights: { 'Query.heavy(of:)': 100, 'Filter.a': 10, By: 1 } };
    expect(cost('{ heavy }', {}, declared)).toBe(0);
    expect(cost('{ heavy(of: null) }', {}, declared)).toBe(0);
    expect(cost('{ heavy(of: { a: 1 }) }', {}, declared)).toBe(110);
    expect(cost('query ($f: Filter) { heavy(of: $f) }', { f: { a: 1, by: 'A', list: [{ a: 1 }, { a: null }, 7] } }, declared)).toBe(121);
    expect(cost('query ($f: Filter = { a: 3 }) { heavy(of: $f) }', {}, declared)).toBe(110);
    expect(cost('query ($f: Filter) { heavy(of: $f) }', { f: JSON.parse('{"constructor":1,"toString":{}}') }, declared)).toBe(100);
  });
});
