import type { Logger } from '@township-graph/shared/log';
import type { GraphQLSchema } from 'graphql';
import { AnswerShape } from './answer-shape';
import { type PlannedOperation, plannedOperation } from './planned-operation';
import { type SubgraphTransport, SubgraphUnavailable } from './transport';

export interface CheckOptions {
  /** The supergraph in use; null before one is loaded. */
  readonly schema: () => GraphQLSchema | null;
  readonly log: Logger;
}

/** Takes an answer of another shape than was asked for as none: what comes after may rely on the shape. */
export function checked(transport: SubgraphTransport, { schema, log }: CheckOptions): SubgraphTransport {
  return {
    async send(call, deadline) {
      // The schema of the plan: a new supergraph may be in use when the answer comes.
      const planned = schema();
      const result = await transport.send(call, deadline);
      const { query, variables, context } = call;
      if (!result.data || !planned || shapeOf(plannedOperation(query), planned).fits(result.data, variables?.representations))
        return result;
      log.warn({ requestId: context.requestId, failure: 'MALFORMED', cause: 'not the shape that was asked for' }, 'subgraph call failed');
      throw new SubgraphUnavailable('MALFORMED', { mayHaveActed: true, verdict: 'faulty' });
    },
  };
}

const shapes = new WeakMap<GraphQLSchema, WeakMap<PlannedOperation, AnswerShape>>();

function shapeOf(planned: PlannedOperation, schema: GraphQLSchema): AnswerShape {
  const known = shapes.get(schema) ?? new WeakMap<PlannedOperation, AnswerShape>();
  shapes.set(schema, known);
  const shape = known.get(planned) ?? new AnswerShape(planned, schema);
  known.set(planned, shape);
  return shape;
}
