import type { Logger } from '@township-graph/shared/log';
import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen, isBrokenCircuitError } from 'cockatiel';
import { type SubgraphTransport, SubgraphUnavailable } from './transport';

/** `half-open`: one call is trying whether the subgraph is back. */
export type Circuit = 'closed' | 'half-open' | 'open';

export interface BreakerOptions {
  /** Failures in a row after which a subgraph is left alone. */
  readonly failures: number;
  /** For how long, before one call tries again. */
  readonly openMs: number;
  onCircuit(circuit: Circuit): void;
  readonly log: Logger;
}

const CIRCUITS: Readonly<Record<CircuitState, Circuit>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
};

/**
 * Leaves a subgraph alone that has failed again and again: its calls fail at once instead of holding a request, and it is
 * not asked more than it can bear while it comes back. In a row, so that a few slow questions among answered ones, which a
 * client may ask on purpose, cut nobody off.
 */
export function circuitBroken(transport: SubgraphTransport, { failures, openMs, onCircuit, log }: BreakerOptions): SubgraphTransport {
  const isFailure = (error: Error) => {
    if (!(error instanceof SubgraphUnavailable)) return false;
    const { verdict } = error.traits;
    // A trial that proves nothing must not close the circuit.
    return verdict === 'faulty' || (verdict === 'unknown' && breaker.state === CircuitState.HalfOpen);
  };
  const breaker = circuitBreaker(handleWhen(isFailure), { breaker: new ConsecutiveBreaker(failures), halfOpenAfter: openMs });
  onCircuit('closed');
  breaker.onStateChange((state) => onCircuit(CIRCUITS[state]));
  breaker.onBreak(() => log.warn({ openMs }, 'subgraph failed again and again; it is left alone for now'));
  breaker.onReset(() => log.info('subgraph answers again'));
  return {
    async send(call, deadline) {
      // The breaker would let those who come during a trial wait for its outcome; they fail at once, as the others did.
      if (breaker.state === CircuitState.HalfOpen) throw circuitOpen();
      try {
        return await breaker.execute(() => transport.send(call, deadline));
      } catch (error) {
        throw isBrokenCircuitError(error) ? circuitOpen() : error;
      }
    },
  };
}

function circuitOpen(): SubgraphUnavailable {
  return new SubgraphUnavailable('CIRCUIT_OPEN', { mayHaveActed: false, verdict: 'unknown' });
}
