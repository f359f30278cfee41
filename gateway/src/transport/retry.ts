import { setTimeout as pause } from 'node:timers/promises';
import { type SubgraphTransport, SubgraphUnavailable } from './transport';

export interface RetryOptions {
  readonly random?: () => number;
  onRetry(): void;
}

const SHORTEST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 100;

/**
 * Asks once more after a failure that may be over by then, such as a connection that broke or a server that restarts.
 * Queries only: a mutation is never sent twice. Not after a time-out: the time is gone, and the subgraph still at work.
 */
export function retriedOnce(transport: SubgraphTransport, { random = Math.random, onRetry }: RetryOptions): SubgraphTransport {
  return {
    async send(call, deadline) {
      try {
        return await transport.send(call, deadline);
      } catch (error) {
        const isPassing = error instanceof SubgraphUnavailable && error.traits.isPassing;
        if (!isPassing || !call.operation.isQuery || deadline.remainingMs < 2 * LONGEST_PAUSE_MS) throw error;
        // By chance, so that all who met the same broken server do not meet again.
        await pause(SHORTEST_PAUSE_MS + random() * (LONGEST_PAUSE_MS - SHORTEST_PAUSE_MS));
        onRetry();
        return transport.send(call, deadline);
      }
    },
  };
}
