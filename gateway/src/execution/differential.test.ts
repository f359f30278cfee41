import { ApolloGateway, type GraphQLDataSource, LocalGraphQLDataSource } from '@apollo/gateway';
import { refusalBehind } from '@township-graph/shared/errors';
import { createLog } from '@township-graph/shared/log';
import fc from 'fast-check';
import { type GraphQLSchema, parse } from 'graphql';
import { answerOf, type Engine, oracleOf, ours, transportTo } from '../../testing/worlds/engines';
import { MEDIA_WORLD } from '../../testing/worlds/media';
import { MOVES } from '../../testing/worlds/moves';
import { MUSEUM } from '../../testing/worlds/museum';
import { OFFICE } from '../../testing/worlds/office';
import { type GeneratedOperation, operationBy } from '../../testing/worlds/operations';
import { SHOP } from '../../testing/worlds/shop';
import { dice, schemasOf, supergraphOf } from '../../testing/worlds/world';
import { LoadedSupergraph } from './loaded-supergraph';

/** Operations for each world; `DIFFERENTIAL_RUNS` asks for more, `DIFFERENTIAL_SEED` for others. */
const RUNS = Number(process.env.DIFFERENTIAL_RUNS ?? 400);
const SEED = Number(process.env.DIFFERENTIAL_SEED ?? 20261125);

const log = createLog({ name: 'test' });

/** The nulls that errors speak of. Who stops where, and so which of several errors below one null is told, is everybody's own affair. */
function explainedNulls(data: unknown, paths: readonly string[]): string[] {
  const nulls = paths.map((path) => {
    const steps = JSON.parse(path) as (string | number)[];
    let here = data;
    let depth = 0;
    for (; depth < steps.length && here !== null; depth += 1) here = (here as Record<string | number, unknown>)[steps[depth]!];
    return JSON.stringify(steps.slice(0, depth));
  });
  return [...new Set(nulls)].sort();
}

/** Apollo's executor with Apollo's planner. */
async function stock(sdl: string, schemas: Readonly<Record<string, GraphQLSchema>>): Promise<Engine> {
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
  const gateway = new ApolloGateway({
    supergraphSdl: sdl,
    buildService: ({ name }) => new LocalGraphQLDataSource(schemas[name!]!) as GraphQLDataSource,
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  });
  const { schema, executor } = await gateway.load();
  return async ({ text, variables }) => {
    const requestContext = {
      document: parse(text),
      request: { query: text, variables },
      queryHash: text,
      schema,
      context: {},
      metrics: {},
    };
    return answerOf((await executor!(requestContext as never)) as never);
  };
}

/**
 * Apollo asks for a required field once, whatever arguments its requirers give: one of them gets the other's value; and it takes an
 * alias that is the name of a required field for that field. It answers null for objects of which all fields are skipped, and for those that an interface object's name was put in the place of their own.
 */
const isMistakenByApollo = (text: string) => /\b(delivery|abroad|plain|price|rating|slogan|similar)\b|@skip|@include/.test(text);

describe.each([SHOP, MEDIA_WORLD, OFFICE, MUSEUM, MOVES])('$name', (world) => {
  const sdl = supergraphOf(world);
  const schemas = schemasOf(world);
  const transports = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, transportTo(schema)]));
  const { schema } = new LoadedSupergraph(sdl, {
    planner: 'apollo',
    transportTo: ({ name }) => transports[name]!,
    longestCallMs: 10_000,
    log,
  });
  const oracle = oracleOf(world, schema);
  const engine = ours(world, 'apollo', transports);
  const native = ours(world, 'hive', transports);

  const expectSame = async (engine: Engine, operation: GeneratedOperation) => {
    const expected = await oracle(operation);
    const answer = await engine(operation).catch((error: Error) => {
      // What is refused, is refused in so many words.
      if (!['REQUIREMENTS_COLLIDE', 'PLAN_TOO_COMPLEX'].includes(String(refusalBehind(error)?.reason)))
        throw new Error(`${error.message} in ${JSON.stringify(operation)}`);
    });
    if (!answer) return;
    const { data, paths } = answer;
    expect({ operation, data: JSON.stringify(data) }).toEqual({ operation, data: JSON.stringify(expected.data) });
    expect({ operation, nulls: explainedNulls(data, paths) }).toEqual({ operation, nulls: explainedNulls(expected.data, expected.paths) });
  };

  test.each(world.operations)('%s', (text) => expectSame(engine, { text, variables: {} }));
  test.each(world.operations)('%s, planned by Hive Router', (text) => expectSame(native, { text, variables: {} }));

  test(`${RUNS} operations by chance are answered as by one schema that knows it all`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (draw) => {
        const operation = operationBy(draw, schema);
        fc.pre(operation !== null);
        dice.drawn = draw(fc.nat, { max: 99 });
        await expectSame(engine, operation);
      }),
      { numRuns: RUNS, seed: SEED, maxSkipsPerRun: 1000 },
    );
  });

  // It executes no contexts, and draws nothing.
  if (world === MUSEUM || world === MOVES) return;
  test('@apollo/gateway answers alike, where it is not known to be wrong', async () => {
    const apollo = await stock(sdl, schemas);
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (draw) => {
        const operation = operationBy(draw, schema, { misleading: false });
        fc.pre(operation !== null && !isMistakenByApollo(operation.text));
        const { data } = await apollo(operation!).catch(() => ({ data: undefined }));
        // There are operations that it cannot plan.
        if (data !== undefined) expect({ operation, data: (await engine(operation!)).data }).toEqual({ operation, data });
      }),
      { numRuns: RUNS / 4, seed: SEED, maxSkipsPerRun: 1000 },
    );
  });
});
