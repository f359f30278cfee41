import { createLog } from '@township-graph/shared/log';
import { ANONYMOUS } from '@township-graph/shared/viewer';
import { execute, type GraphQLError, type GraphQLSchema, isObjectType, parse, validate } from 'graphql';
import { Deadline } from '../../src/deadline';
import { LoadedSupergraph, type PlannerName } from '../../src/execution/loaded-supergraph';
import type { SubgraphTransport } from '../../src/transport/transport';
import type { GeneratedOperation } from './operations';
import { dice, supergraphOf, type World } from './world';

const log = createLog({ name: 'test' });
const context = { viewer: ANONYMOUS, requestId: 'request-1', locale: 'en', purpose: null } as const;

export interface Answer {
  readonly data?: unknown;
  /** Where something failed. */
  readonly paths: readonly string[];
}

export type Engine = (operation: GeneratedOperation) => Promise<Answer>;

export const answerOf = ({ data, errors = [] }: { data?: unknown; errors?: readonly GraphQLError[] }): Answer => ({
  data: JSON.parse(JSON.stringify(data ?? null)),
  paths: errors.map(({ path }) => JSON.stringify(path)),
});

/** The whole world in one schema: what the answer should be. */
export function oracleOf(world: World, schema: GraphQLSchema): Engine {
  for (const [name, fields] of Object.entries(world.oracle)) {
    const type = schema.getType(name);
    if (isObjectType(type)) for (const [field, resolve] of Object.entries(fields)) type.getFields()[field]!.resolve = resolve;
  }
  return async ({ text, variables }) => answerOf(await execute({ schema, document: parse(text), variableValues: variables }));
}

/** Our own executor over the world's subgraphs. */
export function ours(world: World, planner: PlannerName, transports: Readonly<Record<string, SubgraphTransport>>): Engine {
  const supergraph = new LoadedSupergraph(supergraphOf(world), {
    planner,
    transportTo: ({ name }) => transports[name]!,
    longestCallMs: 10_000,
    overrides: { labels: new Set(world.labels), draw: () => dice.drawn },
    log,
  });
  // With time enough for calls that are made later together with others, and without, by turns.
  let isHurried = false;
  return async ({ text, variables }) => {
    isHurried = !isHurried;
    const prepared = supergraph.compile(text, parse(text), undefined).prepare(variables);
    if (!('run' in prepared)) throw prepared[0]!;
    return answerOf(await prepared.run({ context, deadline: isHurried ? Deadline.in(10_000) : Deadline.NONE }));
  };
}

/** What a subgraph answers has been through JSON, as over the wire. */
export function transportTo(schema: GraphQLSchema): SubgraphTransport {
  return {
    async send(call) {
      const { query, operationName, variables } = JSON.parse(call.asBody());
      const document = parse(query);
      const [invalid] = validate(schema, document);
      if (invalid) throw new Error(`${query} cannot be asked: ${invalid.message}`);
      const result = await execute({ schema, document, operationName, variableValues: variables });
      const answer = JSON.parse(JSON.stringify(result));
      if (answer.data && !call.fits(answer.data)) throw new Error(`the answer to ${query} does not fit: ${JSON.stringify(answer)}`);
      return answer;
    },
  };
}
