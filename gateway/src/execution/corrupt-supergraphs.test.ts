import { createLog } from '@township-graph/shared/log';
import { supergraphOf } from '../../testing/worlds/world';
import { LoadedSupergraph, type PlannerName } from './loaded-supergraph';

const SDL = supergraphOf({
  name: 'library',
  oracle: {},
  operations: [],
  subgraphs: [
    {
      name: 'shelf',
      typeDefs: `
        type Query { books(by: Order = TITLE): [Book!]! kept: [Kept] }
        enum Order { TITLE YEAR }
        interface Kept { id: ID! }
        type Book implements Kept @key(fields: "id") { id: ID! title: String! hidden: Int @inaccessible }`,
      resolvers: {},
    },
    {
      name: 'desk',
      typeDefs: `type Book @key(fields: "id") { id: ID! title: String! @external lent: Boolean @requires(fields: "title") }`,
      resolvers: {},
    },
  ],
});

const load = (sdl: string, planner: PlannerName = 'apollo') =>
  new LoadedSupergraph(sdl, { planner, longestCallMs: 1000, transportTo: () => ({}) as never, log: createLog({ name: 'test' }) });

/** With the first match replaced; there has to be one. */
function broken(found: RegExp, by: string): string {
  expect(SDL).toMatch(found);
  return SDL.replace(found, by);
}

test.each(['apollo', 'hive'] as const)('the supergraph that is corrupted below can be used as it is, with the planner of %s', (planner) => {
  expect(Object.keys(load(SDL, planner).schema.getQueryType()!.getFields())).toEqual(['books', 'kept']);
});

/** A mistake that nobody sees is one that reaches readers: as a field from nowhere, or as an answer without what it is made of. */
describe.each(['apollo', 'hive'] as const)('a supergraph is refused as it is loaded, with the planner of %s,', (planner) => {
  test.each<[string, RegExp, string]>([
    ['with an argument that a directive has not', /(lent: Boolean @join__field\()graph: DESK/, '$1grph: DESK'],
    ['without an argument that a directive needs', /@join__graph\(name: "desk", /, '@join__graph('],
    ['with a directive that it does not declare', /title: String!/, 'title: String! @join__feild'],
    ['with a directive where it must not be', /enum Order/, 'enum Order @join__implements(graph: SHELF, interface: "Kept")'],
    ['with a field of no type that it has', /lent: Boolean/, 'lent: Boolaen'],
    ['with a type twice', /enum Order/, 'type Book { id: ID }\nenum Order'],
    ['with a field twice', /title: String!/, 'title: Int\n  title: String!'],
    ['with a value twice', /YEAR @/, 'TITLE\n  YEAR @'],
    ['with two types for queries', /query: Query/, 'query: Query\n  query: Book'],
    ['with a default that is none of the values', /by: Order = TITLE/, 'by: Order = AUTHOR'],
    ['with an object that lacks what its interface has', /(interface Kept[^{]*\{)/, '$1\n  shelf: String!'],
    ['with a hidden field of no type that it has', /hidden: Int/, 'hidden: Itn'],
    ['with a subgraph that is not listed', /graph: DESK, requires/, 'graph: ATTIC, requires'],
    ['with a specification that nobody here can execute', /^schema/, 'schema @link(url: "https://example.org/moods/v1.0", for: EXECUTION)'],
    ['that is cut short', /type Query[\s\S]*/, 'type Query {'],
  ])('%s', (_, found, by) => {
    const sdl = broken(found, by);
    expect(() => load(sdl, planner)).toThrow();
  });
});

describe('where Apollo plans, one is refused too', () => {
  test.each<[string, RegExp, string]>([
    ['whose key is of a field that is not there', /@join__type\(graph: DESK, key: "id"/, '@join__type(graph: DESK, key: "isbn"'],
    ['that requires a field that is not there', /requires: "title"/, 'requires: "titel"'],
  ])('%s', (_, found, by) => {
    const sdl = broken(found, by);
    expect(() => load(sdl)).toThrow();
  });
});
