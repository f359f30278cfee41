import { createLog } from '@township-graph/shared/log';
import { ANONYMOUS } from '@township-graph/shared/viewer';
import { parse } from 'graphql';
import { transportTo } from '../../testing/worlds/engines';
import { schemasOf, supergraphOf, type WorldSubgraph } from '../../testing/worlds/world';
import { Deadline } from '../deadline';
import { LoadedSupergraph } from './loaded-supergraph';

const context = { viewer: ANONYMOUS, requestId: 'request-1', locale: 'en', purpose: null } as const;

/** Answers over these subgraphs, and tells whom it has asked. */
function graphOf(...subgraphs: readonly WorldSubgraph[]) {
  const world = { name: 'foreign', subgraphs, oracle: {}, operations: [] };
  const schemas = schemasOf(world);
  const asked: string[] = [];
  const supergraph = new LoadedSupergraph(supergraphOf(world), {
    planner: 'apollo',
    transportTo: ({ name }) => ({
      async send(call, deadline) {
        asked.push(name);
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
    asked: ['survey', 'yard', 'yard'],
  });
});
