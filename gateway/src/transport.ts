import { DomainError, maskedText } from '@township-graph/shared/errors';
import type { SubgraphCall } from '@township-graph/shared/subgraph-call';
import type { ExecutionResult } from 'graphql';

/** How one subgraph is reached. */
export interface SubgraphTransport {
  /** The subgraph's answer, its errors included. Throws SubgraphUnavailable when there is none, and nothing else. */
  send(call: SubgraphCall): Promise<ExecutionResult>;
  close?(): Promise<void>;
}

/** What went wrong, in a word that a client may read. */
export type Failure = 'UNREACHABLE' | 'TIMED_OUT' | 'TOO_LARGE' | 'REFUSED' | 'MALFORMED';

/** No usable answer from a subgraph. Holds no host, no body and no stack of what failed: transports log that. */
export class SubgraphUnavailable extends DomainError {
  constructor(
    readonly failure: Failure,
    /** True when the subgraph may have acted on the call all the same: a mutation must not be repeated blindly. */
    readonly mayHaveActed: boolean,
  ) {
    super('SUBGRAPH_UNAVAILABLE', `SUBGRAPH_${failure}`, {
      zh: maskedText('SUBGRAPH_UNAVAILABLE', 'zh'),
      en: maskedText('SUBGRAPH_UNAVAILABLE', 'en'),
    });
  }
}
