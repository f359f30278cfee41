import { buildSchema, type OperationDefinitionNode, parse } from 'graphql';
import { guardRows } from './list-cost';

const schema = buildSchema(`
  type Query { towns(first: Int = 20): Towns! plain: [Town!]! town: Town }
  type Towns { nodes: [Town!]! edges: [Edge!]! totalCount: Int! pageInfo: Info! }
  type Edge { cursor: String! node: Town! }
  type Info { end: String }
  type Town { name: String steps: [Step!]! villages(first: Int = 20): Towns! }
  type Step { name: String }
`);

function refusal(query: string, variables: Record<string, unknown> = {}, allowed = 0): string | null {
  const document = parse(query);
  try {
    guardRows(schema, document, document.definitions[0] as OperationDefinitionNode, variables, allowed);
    return null;
  } catch (error) {
    return (error as Error).message.match(/about (\d+) rows/)![1]!;
  }
}

test.each([
  ['one object', '{ town { name } }', {}, '1'],
  ['a page by its literal', '{ towns(first: 30) { nodes { name } } }', {}, '31'],
  ['a page by its default', '{ towns { nodes { name } } }', {}, '21'],
  ['a page by a variable', 'query ($n: Int) { towns(first: $n) { nodes { name } } }', { n: 40 }, '41'],
  ['a page by the default of a variable', 'query ($n: Int = 50) { towns(first: $n) { nodes { name } } }', {}, '51'],
  ['a total without rows', '{ towns(first: 100) { totalCount pageInfo { end } } }', {}, '2'],
  ['edges with their nodes', '{ towns(first: 10) { edges { node { name } } } }', {}, '21'],
  ['pages in pages', '{ towns(first: 100) { nodes { villages(first: 100) { nodes { name } } } } }', {}, '10201'],
  ['lists without pages', '{ plain { steps { name } } }', {}, '30'],
  [
    'fragments, each time they are used',
    '{ a: town { ...F } b: town { ...F } } fragment F on Town { villages(first: 7) { nodes { name } } }',
    {},
    '18',
  ],
])('%s is counted', (_, query, variables, rows) => {
  expect(refusal(query, variables)).toBe(rows);
});

test('what is within the limit passes', () => {
  expect(refusal('{ towns(first: 100) { nodes { name } } }', {}, 101)).toBeNull();
});
