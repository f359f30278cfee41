import { createLog } from '@township-graph/shared/log';
import { ANONYMOUS } from '@township-graph/shared/viewer';
import { type FieldNode, parse, print } from 'graphql';
import { transportTo } from '../../testing/worlds/engines';
import { schemasOf, supergraphOf, type WorldSubgraph } from '../../testing/worlds/world';
import { Deadline } from '../deadline';
import { LoadedSupergraph, type PlannerName } from './loaded-supergraph';

const context = { viewer: ANONYMOUS, requestId: 'request-1', locale: 'en', purpose: null } as const;

/** Answers over these subgraphs, and tells whom it has asked for which entities. */
const graphOf = (...subgraphs: readonly WorldSubgraph[]) => graphBy('apollo', subgraphs);

function graphBy(planner: PlannerName, subgraphs: readonly WorldSubgraph[]) {
  const world = { name: 'foreign', subgraphs, oracle: {}, operations: [] };
  const schemas = schemasOf(world);
  const asked: string[] = [];
  const supergraph = new LoadedSupergraph(supergraphOf(world), {
    planner,
    longestCallMs: 10_000,
    transportTo: ({ name }) => ({
      async send(call, deadline) {
        const { representations = [] } = JSON.parse(call.asBody()).variables as { representations?: { id: string }[] };
        asked.push([name, ...representations.map(({ id }) => id)].join(' '));
        return transportTo(schemas[name]!).send(call, deadline);
      },
    }),
    log: createLog({ name: 'test' }),
  });
  return async (text: string) => {
    asked.length = 0;
    const prepared = supergraph.compile(text, parse(text), undefined).prepare({});
    if (!('run' in prepared)) throw prepared[0]!;
    const { data, errors = [] } = await prepared.run({ context, deadline: Deadline.NONE });
    const reasons = errors.map(({ path, originalError }) => `${path?.join('.')} ${(originalError as { reason?: string } | null)?.reason}`);
    return { data: JSON.parse(JSON.stringify(data)), reasons, asked: [...asked].sort() };
  };
}

describe('what the schema keeps from clients', () => {
  const ask = graphOf({
    name: 'harbour',
    typeDefs: `
      type Query { berths: [Berth!]! craft: [Craft] odd: Berth }
      type Berth { id: ID! state: State sureState: State! visitor: Craft }
      enum State { FREE TAKEN SEIZED @inaccessible }
      union Craft = Barge | Patrol
      type Barge { id: ID! }
      type Patrol @inaccessible { id: ID! }`,
    resolvers: {
      Query: {
        berths: () => [
          { id: '1', state: 'SEIZED', sureState: 'FREE', visitor: { __typename: 'Patrol', id: 'p' } },
          { id: '2', state: 'TAKEN', sureState: 'FREE', visitor: { __typename: 'Barge', id: 'b' } },
        ],
        craft: () => [
          { __typename: 'Patrol', id: 'p' },
          { __typename: 'Barge', id: 'b' },
        ],
        odd: () => ({ id: '3', sureState: 'SEIZED' }),
      },
    },
  });

  test('is null, and no error tells that it is there', async () => {
    const { data, reasons } = await ask('{ berths { id state visitor { __typename ... on Barge { id } } } craft { __typename } }');
    expect(data).toEqual({
      berths: [
        { id: '1', state: null, visitor: null },
        { id: '2', state: 'TAKEN', visitor: { __typename: 'Barge', id: 'b' } },
      ],
      craft: [null, { __typename: 'Barge' }],
    });
    expect(reasons).toEqual([]);
  });

  test('takes with it what cannot be without it', async () => {
    expect(await ask('{ odd { id sureState } }')).toMatchObject({ data: { odd: null }, reasons: [] });
  });
});

test('a subgraph is asked again by a key that it looks things up by, whatever others it has', async () => {
  const ask = graphOf(
    {
      name: 'yard',
      typeDefs: `
        type Query { slip: Slip }
        type Slip { hulls: [Hull!]! }
        type Hull
          @key(fields: "mark { yard }", resolvable: false) @key(fields: "id mark { number }") @key(fields: "id", resolvable: false) {
          id: ID! mark: Mark! draught: Int! @external needsDredging: Boolean! @requires(fields: "draught") }
        type Mark { yard: ID! number: ID! }`,
      resolvers: {
        Query: { slip: () => ({ hulls: [{ id: 'h1', mark: { yard: 'y', number: '7' } }] }) },
        Hull: {
          __resolveReference: ({ id, mark, draught }: { id?: string; mark: { number?: string }; draught: number }) =>
            id && mark.number ? { id, mark, draught } : null,
          needsDredging: ({ draught }: { draught: number }) => draught > 4,
        },
      },
    },
    {
      name: 'survey',
      typeDefs: `
        type Hull @key(fields: "id") { id: ID! draught: Int! }`,
      resolvers: { Hull: { __resolveReference: ({ id }: { id: string }) => ({ id, draught: 5 }) } },
    },
  );
  expect(await ask('{ slip { hulls { id needsDredging } } }')).toEqual({
    data: { slip: { hulls: [{ id: 'h1', needsDredging: true }] } },
    reasons: [],
    asked: ['survey h1', 'yard', 'yard h1'],
  });
});

describe('of what one type selects and another does not', () => {
  const mooring = (name: string): WorldSubgraph => ({
    name,
    typeDefs: `type Mooring @key(fields: "id") { id: ID! ${name}: String }`,
    resolvers: { Mooring: { __resolveReference: ({ id }: { id: string }) => ({ id, [name]: `${name} of ${id}` }) } },
  });
  const ask = graphOf(
    {
      name: 'fleet',
      typeDefs: `
        type Query { fleet: [Vessel!]! }
        union Vessel = Tug | Ferry
        type Tug { mooring: Mooring }
        type Ferry { mooring: Mooring }
        type Mooring @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          fleet: () => [
            { __typename: 'Tug', mooring: { id: 'm1' } },
            { __typename: 'Ferry', mooring: { id: 'm2' } },
            { __typename: 'Tug', mooring: { id: 'm2' } },
          ],
        },
      },
    },
    mooring('chain'),
    mooring('buoy'),
  );

  test('nobody is asked for where no such object is', async () => {
    const { data, asked } = await ask('{ fleet { ... on Tug { mooring { chain } } ... on Ferry { mooring { id buoy } } } }');
    expect(data.fleet).toEqual([
      { mooring: { chain: 'chain of m1' } },
      { mooring: { id: 'm2', buoy: 'buoy of m2' } },
      { mooring: { chain: 'chain of m2' } },
    ]);
    expect(asked).toEqual(['buoy m2', 'chain m1 m2', 'fleet']);
  });

  test('what several types select alike is asked for in one call', async () => {
    const { data, asked } = await ask('{ fleet { ... on Tug { mooring { chain } } ... on Ferry { mooring { chain } } } }');
    expect(data.fleet.map(({ mooring: { chain } }: { mooring: { chain: string } }) => chain)).toEqual(
      ['m1', 'm2', 'm2'].map((id) => `chain of ${id}`),
    );
    expect(asked).toEqual(['chain m1 m2', 'fleet']);
  });
});

describe.each(['apollo', 'hive'] as const)('of a union that has other members in another subgraph, planned by %s,', (planner) => {
  const quay = (name: string, own: string, prime: string, given: readonly object[]): WorldSubgraph => ({
    name,
    typeDefs: `
      type Query { ${name}: Quay }
      type Quay @key(fields: "id") { id: ID! load: Load @shareable }
      type Load @shareable { goods: [Goods!]! prime: ${prime} }
      union Goods = Grain | ${own}
      type Grain @shareable { tons: Int }
      type ${own} { ${own.toLowerCase()}(scale: Int = 1): Int ware: Ware }
      type Ware @shareable { label: String }`,
    resolvers: {
      Query: { [name]: () => ({ id: '1', load: { goods: given, prime: given[0] } }) },
      Quay: { __resolveReference: () => ({ id: '1', load: { goods: given, prime: given[0] } }) },
      [own]: { [own.toLowerCase()]: (_: unknown, { scale }: { scale: number }) => 7 * scale },
    },
  });
  const ask = graphBy(planner, [
    quay('north', 'Coal', 'Grain', [
      { __typename: 'Grain', tons: 1 },
      { __typename: 'Coal', ware: { label: 'black' } },
    ]),
    quay('south', 'Fish', 'Goods', [{ __typename: 'Fish', ware: { label: 'fresh' } }]),
  ]);
  const OF_EACH =
    '{ __typename ... on Grain { tons } ... on Coal { coal(scale: $n) ware { label } } ... on Fish { much: fish ware { label } } }';
  const GOODS = `load { goods ${OF_EACH} }`;

  test.each([
    [
      'north',
      [
        { __typename: 'Grain', tons: 1 },
        { __typename: 'Coal', coal: 14, ware: { label: 'black' } },
      ],
    ],
    ['south', [{ __typename: 'Fish', much: 7, ware: { label: 'fresh' } }]],
  ])('the members that %s has are given whole, and nobody else is asked', async (name, goods) => {
    const { data, asked } = await ask(`query ($n: Int = 2) { ${name} { ${GOODS} } }`);
    expect(data[name].load.goods).toEqual(goods);
    expect(asked).toEqual([name]);
  });

  test.each([
    ['north', { __typename: 'Grain', tons: 1 }],
    ['south', { __typename: 'Fish', much: 7, ware: { label: 'fresh' } }],
  ])('where it is one of its members in a subgraph, %s is asked for what it can be there', async (name, prime) => {
    const { data, reasons, asked } = await ask(`query ($n: Int = 2) { ${name} { load { prime ${OF_EACH} goods ${OF_EACH} } } }`);
    expect(reasons).toEqual([]);
    expect(data[name].load.prime).toEqual(prime);
    expect(data[name].load.goods).toContainEqual(prime);
    expect(asked).toEqual([name]);
  });

  test('what is selected alike in two places is given in both', async () => {
    const { data, asked } = await ask(`query ($n: Int = 2) { north { ${GOODS} again: ${GOODS} } }`);
    const goods = [
      { __typename: 'Grain', tons: 1 },
      { __typename: 'Coal', coal: 14, ware: { label: 'black' } },
    ];
    expect(data).toEqual({ north: { load: { goods }, again: { goods } } });
    expect(asked).toEqual(['north']);
  });
});

describe('of an interface that has no types where its field is', () => {
  const ask = graphOf(
    {
      name: 'charts',
      typeDefs: 'type Query { buoy: Mark ping: Int } interface Mark @key(fields: "id") { id: ID! }',
      resolvers: { Query: { buoy: () => ({ id: '1' }), ping: () => 1 } },
    },
    {
      name: 'lights',
      typeDefs: 'type Query { light: Mark } type Mark @interfaceObject @key(fields: "id", resolvable: false) { id: ID! colour: String }',
      resolvers: { Query: { light: () => ({ id: '1', colour: 'red' }) } },
    },
  );

  test('nothing is answered as if it were null', async () => {
    await expect(ask('{ ping buoy { colour } }')).rejects.toMatchObject({ reason: 'FIELD_UNREACHABLE' });
  });

  test('what can be had is', async () => {
    expect((await ask('{ light { id colour } }')).data).toEqual({ light: { id: '1', colour: 'red' } });
  });
});

test('a directive for operations goes to subgraphs whole, also to one that has no default for its argument', async () => {
  const link = `extend schema @link(url: "https://example.org/pace/v1.0", import: ["@pace"]) @composeDirective(name: "@pace")`;
  const tower = (name: string, otherwise: string): WorldSubgraph => ({
    name,
    typeDefs: `${link} directive @pace(at: Pace!${otherwise}) on FIELD enum Pace { SLOW FAST } type Query { ${name}: String }`,
    resolvers: {
      Query: {
        [name]: (_: unknown, __: unknown, ___: unknown, { fieldNodes }: { fieldNodes: readonly object[] }) =>
          print(fieldNodes[0] as FieldNode),
      },
    },
  });
  const ask = graphOf(tower('east', ''), tower('west', ' = SLOW'));
  const { data } = await ask('{ east @pace west @pace(at: FAST) }');
  expect(data).toEqual({ east: 'east @pace(at: SLOW)', west: 'west @pace(at: FAST)' });
});
