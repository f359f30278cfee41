import { buildSchema } from 'graphql';
import { BatchedLookup } from './entity-batch';
import type { Execution } from './execution';
import type { JsonObject } from './json-object';
import { EACH_ITEM, type RequiredSelection, type Rewrite } from './plan';
import { SupergraphTypes } from './supergraph-types';

const types = new SupergraphTypes(
  buildSchema('type Query { things: [Thing] } union Thing = Book | Shelf type Book { id: ID } type Shelf { id: ID }'),
);
const leaf = (name: string): RequiredSelection => ({ kind: 'field', source: name, name, selections: null });

function lookup(requires: readonly string[], inputRewrites: readonly Rewrite[] = []): BatchedLookup {
  return new BatchedLookup(
    {
      responseName: '_entities',
      variable: 'representations',
      paths: [['things', EACH_ITEM]],
      requires: ['__typename', ...requires].map(leaf),
      contexts: [],
      inputRewrites,
      outputRewrites: [],
    },
    { types, identifies: () => true, hasOwnParts: false, names: ['number'] },
  );
}

/** What is asked for these objects, and which entity each of them got. */
function asked(requires: readonly string[], things: readonly JsonObject[], inputRewrites: readonly Rewrite[] = []) {
  const data = { things: structuredClone(things) as JsonObject[] };
  const looked = lookup(requires, inputRewrites);
  const batch = looked.batch({ data, errors: [] } as unknown as Execution);
  const texts = batch.json;
  expect(texts.map((text) => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(batch.values)));
  expect(batch.types).toEqual(batch.values.map(({ __typename }) => __typename));
  looked.merge(
    batch,
    texts.map((_, number) => ({ number })),
  );
  return { texts, got: data.things.map(({ number }) => number) };
}

test('each that differs is asked for once, and all that are the same get it', () => {
  const book = (id: unknown) => ({ __typename: 'Book', id });
  const { texts, got } = asked(['id'], [book('1'), book('2'), book('1')]);
  expect(texts).toEqual(['{"__typename":"Book","id":"1"}', '{"__typename":"Book","id":"2"}']);
  expect(got).toEqual([0, 1, 0]);
});

test.each<[string, readonly string[], readonly JsonObject[]]>([
  ['a number and the same as a text', ['id'], [{ id: 1 }, { id: '1' }]],
  ['two types', ['id'], [{ id: '1' }, { __typename: 'Shelf', id: '1' }]],
  [
    'values that are the same one after the other',
    ['a', 'b'],
    [
      { a: 'x', b: 'xx' },
      { a: 'xx', b: 'x' },
    ],
  ],
  [
    'values with the signs that keys are put together with',
    ['a', 'b'],
    [
      { a: '1"1:', b: '' },
      { a: '1', b: '1:' },
    ],
  ],
  [
    'values that end where the next one begins',
    ['a', 'b'],
    [
      { a: '1"', b: '' },
      { a: '1', b: '"' },
    ],
  ],
  [
    'numbers beside numbers',
    ['a', 'b'],
    [
      { a: 1, b: 23 },
      { a: 12, b: 3 },
    ],
  ],
  [
    'an object, and a text that is its JSON',
    ['id'],
    [{ id: { a: 1 } }, { id: '{"id":{"a":1}}' }, { id: '{"__typename":"Book","id":{"a":1}}' }],
  ],
  [
    'a text, and nothing',
    ['a', 'b'],
    [
      { a: 'x', b: null },
      { a: 'x', b: 'null' },
    ],
  ],
  ['true, and its name', ['id'], [{ id: true }, { id: 'true' }]],
])('%s are told apart', (_, requires, things) => {
  const { texts, got } = asked(
    requires,
    things.map((thing) => ({ __typename: 'Book', ...thing })),
  );
  expect(new Set(texts).size).toBe(things.length);
  expect(got).toEqual(things.map((_thing, number) => number));
});

test('quotes, line ends and numbers beyond measure are sent as JSON has them', () => {
  const { texts } = asked(
    ['id'],
    [
      { __typename: 'Book', id: 'a"\\\n\u2028' },
      { __typename: 'Book', id: Number.POSITIVE_INFINITY },
    ],
  );
  expect(texts.map((text) => JSON.parse(text).id)).toEqual(['a"\\\n\u2028', null]);
});

test('what cannot be asked for gets nothing: no key, no type, a type without a name', () => {
  const { texts, got } = asked(['id'], [{ __typename: 'Book' }, { id: '1' }, { __typename: 5, id: '1' }, { __typename: 'Book', id: null }]);
  expect(texts).toEqual([]);
  expect(got).toEqual([undefined, undefined, undefined, undefined]);
});

test('an object of a type that nobody knows is asked for under the name that it has', () => {
  const { texts, got } = asked(
    ['id'],
    [
      { __typename: 'Map"', id: '1' },
      { __typename: 'Map"', id: '1' },
    ],
  );
  expect(texts.map((text) => JSON.parse(text))).toEqual([{ __typename: 'Map"', id: '1' }]);
  expect(got).toEqual([0, 0]);
});

test('a representation that is rewritten changes nothing of the object', () => {
  const renamed: Rewrite = { path: [], field: '__typename', change: { setTo: 'Shelf' } };
  const thing = { __typename: 'Book', id: '1' };
  const { texts } = asked(['id'], [thing], [renamed]);
  expect(texts).toEqual(['{"__typename":"Shelf","id":"1"}']);
});
