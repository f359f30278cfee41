import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { declaredCosts } from './declared-costs';

function composed(link: string, sdl: string): string {
  const typeDefs = parse(`extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ${link}) ${sdl}`);
  const { supergraphSdl, errors } = composeServices([{ name: 'a', url: 'http://a.example/graphql', typeDefs }]);
  if (!supergraphSdl) throw new Error(JSON.stringify(errors));
  return supergraphSdl;
}

test('what a subgraph declares comes through composition, by coordinate', () => {
  const sdl = composed(
    '["@cost", "@listSize"]',
    `type Query {
       rows(first: Int, last: Int, by: By @cost(weight: 3)): Rows @listSize(slicingArguments: ["first", "last"], sizedFields: ["nodes"], requireOneSlicingArgument: false)
       few: [Row!] @listSize(assumedSize: 4) @cost(weight: 7) filtered(of: Filter): Int
     }
     type Rows { nodes: [Row!] } type Row @cost(weight: 5) { at: Moment kind: By }
     input Filter { heavy: Int @cost(weight: 11) } scalar Moment @cost(weight: 2) enum By @cost(weight: 1) { A }`,
  );
  const { weights, listSizes } = declaredCosts(sdl);
  expect(Object.fromEntries(weights)).toEqual({
    'Query.rows(by:)': 3,
    'Query.few': 7,
    Row: 5,
    'Filter.heavy': 11,
    Moment: 2,
    By: 1,
  });
  expect(Object.fromEntries(listSizes)).toEqual({
    'Query.rows': { assumedSize: null, slicingArguments: ['first', 'last'], sizedFields: ['nodes'], requireOneSlicingArgument: false },
    'Query.few': { assumedSize: 4, slicingArguments: [], sizedFields: [], requireOneSlicingArgument: true },
  });
});

test.each([
  ['imported under other names', '[{ name: "@cost", as: "@weighs" }, { name: "@listSize", as: "@holds" }]', '@weighs', '@holds'],
  ['not imported', '["@key"]', '@federation__cost', '@federation__listSize'],
])('directives that are %s are found', (_, link, cost, listSize) => {
  const { weights, listSizes } = declaredCosts(composed(link, `type Query { few: [Int] ${cost}(weight: 7) ${listSize}(assumedSize: 4) }`));
  expect(weights.get('Query.few')).toBe(7);
  expect(listSizes.get('Query.few')?.assumedSize).toBe(4);
});

test('a supergraph without them declares nothing, even if it has directives of the same name', () => {
  const { weights, listSizes } = declaredCosts('directive @cost(weight: Int!) on FIELD_DEFINITION type Query { a: Int @cost(weight: 9) }');
  expect([weights.size, listSizes.size]).toEqual([0, 0]);
});
