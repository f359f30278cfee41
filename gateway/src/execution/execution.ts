import type { RequestContext } from '@township-graph/shared/context';
import type { GraphQLError } from 'graphql';
import type { Deadline } from '../deadline';
import type { Timing } from '../timing/timing';
import type { Variables } from './conditions';
import type { JsonObject } from './json-object';

/** One operation of a client on its way through its plan. */
export interface Execution {
  /** What the subgraphs have answered so far, joined. */
  readonly data: JsonObject;
  readonly errors: GraphQLError[];
  /** With defaults filled in. */
  readonly variables: Variables;
  /** What travels on to subgraphs. */
  readonly context: RequestContext;
  readonly deadline: Deadline;
  /** Of the client's request. */
  readonly timing?: Timing;
}

/** A part of a compiled plan. Never throws: what fails becomes an error of the execution. */
export type Step = (run: Execution) => Promise<void>;

/** All of them, none before another. */
export function atOnce(steps: readonly Step[]): Step {
  if (steps.length === 1) return steps[0]!;
  return async (run) => {
    await Promise.all(steps.map((step) => step(run)));
  };
}
