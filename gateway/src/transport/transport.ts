import { DomainError, maskedText } from '@township-graph/shared/errors';
import type { ExecutionResult } from 'graphql';
import type { Deadline } from '../deadline';
import type { OutgoingCall } from './outgoing-call';

/** How one subgraph is reached. */
export interface SubgraphTransport {
  /**
   * The subgraph's answer, its errors included, before the deadline of the request it is part of.
   * Throws SubgraphUnavailable when there is none, and nothing else.
   */
  send(call: OutgoingCall, deadline: Deadline): Promise<ExecutionResult>;
  close?(): Promise<void>;
}

/** What went wrong, in a word that a client may read. */
export type Failure = 'UNREACHABLE' | 'TIMED_OUT' | 'TOO_LARGE' | 'REFUSED' | 'MALFORMED' | 'CIRCUIT_OPEN';

export interface FailureTraits {
  /** The subgraph may have acted on the call all the same: a mutation must not be repeated blindly. */
  readonly mayHaveActed: boolean;
  /** The next attempt may well find it otherwise. */
  readonly isPassing?: boolean;
  /** What the failure says about the subgraph: that something is wrong with it, that it lives, or nothing. */
  readonly verdict: 'faulty' | 'alive' | 'unknown';
}

/** No usable answer from a subgraph. Holds no host, no body and no stack of what failed: transports log that. */
export class SubgraphUnavailable extends DomainError {
  constructor(
    readonly failure: Failure,
    readonly traits: FailureTraits,
  ) {
    super('SUBGRAPH_UNAVAILABLE', `SUBGRAPH_${failure}`, {
      zh: maskedText('SUBGRAPH_UNAVAILABLE', 'zh'),
      en: maskedText('SUBGRAPH_UNAVAILABLE', 'en'),
    });
  }
}
