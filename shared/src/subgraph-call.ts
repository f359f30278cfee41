import type { ExecutionResult } from 'graphql';
import type { RequestContext } from './context';

/** One operation that the gateway's plan sends to one subgraph. */
export interface SubgraphCall {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly context: RequestContext;
}

/** Answers a call in this process; errors come back formatted, never thrown. */
export type SubgraphExecutor = (call: SubgraphCall) => Promise<ExecutionResult>;
