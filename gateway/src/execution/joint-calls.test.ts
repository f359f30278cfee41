import { createLog } from '@township-graph/shared/log';
import { ANONYMOUS } from '@township-graph/shared/viewer';
import { GraphQLError, parse } from 'graphql';
import { transportTo } from '../../testing/worlds/engines';
import { schemasOf, supergraphOf, type World } from '../../testing/worlds/world';
import { Deadline } from '../deadline';
import { SubgraphUnavailable } from '../transport/transport';
import { LoadedSupergraph } from './loaded-supergraph';

let parcels = 3;

const DEPOT: World = {
  name: 'depot',
  subgraphs: [
    {
      name: 'parcels',
      typeDefs: `
        type Query { parcels: [Parcel!]! }
        type Parcel { product: Product shelf: Shelf }
        type Product @key(fields: "upc") { upc: ID! }
        type Shelf @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: { parcels: () => Array.from({ length: parcels }, (_, n) => ({ product: { upc: `p${n}` }, shelf: { id: `s${n}` } })) },
      },
    },
    {
      name: 'catalogue',
      typeDefs: `
        type Product @key(fields: "upc") { upc: ID! price: Int weight: Int @external label: String @requires(fields: "weight") }`,
      resolvers: {
        Product: {
          __resolveReference: (given: object) => given,
          price: ({ upc }: { upc: string }) => Number(upc.slice(1)),
          label: ({ weight }: { weight: number }) => `${weight} kg`,
        },
      },
    },
    {
      name: 'stock',
      typeDefs: `
        type Product @key(fields: "upc") { upc: ID! price: Int @external weight: Int inStock(at: Int = 1): Int shipping: Int @requires(fields: "price") }
        type Shelf @key(fields: "id") { id: ID! height(at: Int = 1): Int broken: Int }`,
      resolvers: {
        Product: {
          __resolveReference: (given: object) => given,
          inStock: ({ upc }: { upc: string }, { at }: { at: number }) => Number(upc.slice(1)) + at,
          weight: ({ upc }: { upc: string }) => Number(upc.slice(1)) + 2,
          shipping: ({ price }: { price: number }) => price * 10,
        },
        Shelf: {
          __resolveReference: (given: object) => given,
          height: ({ id }: { id: string }, { at }: { at: number }) => Number(id.slice(1)) * at,
          broken: ({ id }: { id: string }) => {
            throw new GraphQLError(`${id} is broken`);
          },
        },
      },
    },
  ],
  oracle: {},
  operations: [],
};

const schemas = schemasOf(DEPOT);
const context = { viewer: ANONYMOUS, requestId: 'request-1', locale: 'en', purpose: null } as const;
const LONGEST_CALL_MS = 10_000;
let dead: string | null = null;
let calls: { readonly subgraph: string; readonly query: string; readonly variables: Readonly<Record<string, unknown>> }[] = [];

const supergraph = new LoadedSupergraph(supergraphOf(DEPOT), {
  planner: 'apollo',
  longestCallMs: LONGEST_CALL_MS,
  transportTo: ({ name }) => ({
    async send(call, deadline) {
      const { query, variables } = JSON.parse(call.asBody());
      calls.push({ subgraph: name, query, variables });
      if (name === dead) throw new SubgraphUnavailable('UNREACHABLE', { mayHaveActed: false, verdict: 'faulty' });
      return transportTo(schemas[name]!).send(call, deadline);
    },
  }),
  log: createLog({ name: 'test' }),
});

async function ask(text: string, { deadline = Deadline.NONE, variables = {} } = {}) {
  calls = [];
  const prepared = supergraph.compile(text, parse(text), undefined).prepare(variables);
  if (!('run' in prepared)) throw prepared[0]!;
  const { data, errors = [] } = await prepared.run({ context, deadline });
  return { data: JSON.parse(JSON.stringify(data)), failed: errors.map(({ path }) => path?.join('.')) };
}

const asked = () => calls.map(({ subgraph }) => subgraph);
const hurried = () => Deadline.in(LONGEST_CALL_MS);

afterEach(() => {
  dead = null;
  parcels = 3;
});

describe('at once', () => {
  const BOTH = 'query ($at: Int) { parcels { product { inStock(at: $at) } shelf { height(at: $at) } } }';

  test('entities of two types go into one call, with a variable that both need', async () => {
    const { data, failed } = await ask(BOTH, { variables: { at: 5 } });
    expect(failed).toEqual([]);
    expect(data.parcels[2]).toEqual({ product: { inStock: 7 }, shelf: { height: 10 } });
    expect(asked()).toEqual(['parcels', 'stock']);
    expect(calls[1]!.query.match(/_entities_\d:_entities/g)).toHaveLength(2);
    expect(Object.keys(calls[1]!.variables).sort()).toEqual(['at', 'representations_0', 'representations_1']);
  });

  test('so they do for who has little time', async () => {
    await ask(BOTH, { deadline: hurried() });
    expect(asked()).toEqual(['parcels', 'stock']);
  });

  test('what fails of one is told of at its places, and the other is there', async () => {
    parcels = 1;
    const { data, failed } = await ask('{ parcels { product { inStock } shelf { broken } } }');
    expect(asked()).toEqual(['parcels', 'stock']);
    expect(data.parcels).toEqual([{ product: { inStock: 1 }, shelf: { broken: null } }]);
    expect(failed).toEqual(['parcels.0.shelf.broken']);
  });

  test('a subgraph that is dead is told of at the places of both', async () => {
    parcels = 1;
    dead = 'stock';
    const { data, failed } = await ask(BOTH);
    expect(data.parcels).toEqual([{ product: { inStock: null }, shelf: { height: null } }]);
    expect(failed).toEqual(['parcels.0.product.inStock', 'parcels.0.shelf.height']);
  });

  test('many are asked for in a call of their own each', async () => {
    parcels = 501;
    const { data, failed } = await ask(BOTH);
    expect(failed).toEqual([]);
    expect(data.parcels[500]).toEqual({ product: { inStock: 501 }, shelf: { height: 500 } });
    expect(asked()).toEqual(['parcels', 'stock', 'stock']);
    parcels = 500;
    await ask(BOTH);
    expect(asked()).toEqual(['parcels', 'stock']);
  });
});

describe('later', () => {
  const BOTH = '{ parcels { product { inStock shipping } } }';
  const answer = [0, 1, 2].map((n) => ({ product: { inStock: n + 1, shipping: n * 10 } }));

  test('a call goes along with the one that has to wait', async () => {
    expect(await ask(BOTH)).toEqual({ data: { parcels: answer }, failed: [] });
    expect(asked()).toEqual(['parcels', 'catalogue', 'stock']);
  });

  test('unless what is waited for might take all the time', async () => {
    expect(await ask(BOTH, { deadline: hurried() })).toEqual({ data: { parcels: answer }, failed: [] });
    expect(asked()).toHaveLength(4);
    await ask(BOTH, { deadline: Deadline.in(2 * LONGEST_CALL_MS) });
    expect(asked()).toHaveLength(3);
  });

  test('it is made though what the other waits for did not come', async () => {
    parcels = 1;
    dead = 'catalogue';
    const { data, failed } = await ask(BOTH);
    expect(data.parcels).toEqual([{ product: { inStock: 1, shipping: null } }]);
    expect(asked()).toEqual(['parcels', 'catalogue', 'stock']);
    expect(failed).toHaveLength(1);
  });

  test('calls at once go along together, each once', async () => {
    const { data, failed } = await ask('{ parcels { product { inStock shipping } shelf { height } } }');
    expect(failed).toEqual([]);
    expect(data.parcels[2]).toEqual({ product: { inStock: 3, shipping: 20 }, shelf: { height: 2 } });
    expect(asked()).toEqual(['parcels', 'catalogue', 'stock']);
    expect(calls[2]!.query.match(/_entities_\d:_entities/g)).toHaveLength(3);
  });

  test('not with a call that another waits for', async () => {
    const { data, failed } = await ask('{ parcels { product { label } shelf { height } } }');
    expect(failed).toEqual([]);
    expect(data.parcels[1]).toEqual({ product: { label: '3 kg' }, shelf: { height: 1 } });
    expect(asked().sort()).toEqual(['catalogue', 'parcels', 'stock', 'stock']);
  });
});
