import type { OpenSubgraph } from '@township-graph/commands/open-subgraphs';
import { ENGINES } from '@township-graph/shared/testing/database';
import type { GraphQLObjectType } from 'graphql';
import { startWholeGraph, type TestGraph } from '../whole-graph';
import { type Field, fieldsOf, leadsToRows } from './graph-fields';
import { Literals } from './literals';
import { HIDDEN } from './owners';
import { entitiesOf, keysOf } from './references';
import { Selections } from './selection';
import { Values } from './values';
import { INSIDERS } from './viewers';
import { World } from './world';

type Entities = readonly (Readonly<Record<string, unknown>> | null)[];

/** Only the columns behind what is asked for are read of a row: a field that does not name all that it is made of cannot answer alone. */
describe.each(ENGINES)('a field asked for alone tells what it tells beside all others, on %s', (engine) => {
  let graph: TestGraph;
  let world: World;
  let selections: Selections;

  beforeAll(async () => {
    graph = await startWholeGraph(engine, {}, { withDemo: false });
    world = new World(graph.subgraphs);
    selections = new Selections(new Literals(new Values(world)), (type) => world.isPublic(type));
    await world.plant(Object.values(HIDDEN));
  }, 120_000);

  afterAll(() => graph.stop());

  const entitiesBy = async (subgraph: OpenSubgraph, { name }: GraphQLObjectType, key: string, asked: string): Promise<Entities> => {
    const { data, errors } = await subgraph.execute({
      query: `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${name} { ${asked} } } }`,
      variables: { representations: world.valuesOf(name, key, Object.values(HIDDEN)).map((value) => ({ __typename: name, [key]: value })) },
      context: { viewer: INSIDERS.county.viewer, requestId: 'field-by-field', locale: 'en', purpose: null },
    });
    expect({ of: `${subgraph.name}: ${name} by ${key}`, asked, errors }).toEqual({ of: expect.any(String), asked, errors: undefined });
    return data!._entities as Entities;
  };

  const textOf = (field: Field) => selections.field(field, leadsToRows(field) ? selections.brief : selections.whole);

  test('in every subgraph, by every key of every type', async () => {
    let compared = 0;
    for (const subgraph of graph.subgraphs) {
      for (const type of entitiesOf(subgraph)) {
        for (const key of keysOf(type)) {
          const whole = await entitiesBy(subgraph, type, key, fieldsOf(type).map(textOf).join(' '));
          for (const field of fieldsOf(type)) {
            const alone = await entitiesBy(subgraph, type, key, textOf(field));
            for (const [index, entity] of alone.entries()) {
              expect({ [field.name]: entity?.[field.name] }).toEqual({ [field.name]: whole[index]?.[field.name] });
              if (entity) compared += 1;
            }
          }
        }
      }
    }
    expect(compared).toBeGreaterThan(1000);
  }, 300_000);
});
