import type { Metrics } from '../metrics';
import type { CallOutcome } from '../timing/tracing';
import { type SubgraphTransport, SubgraphUnavailable } from './transport';

/** Tells of each call how long it took and how it ended: the metrics, and the request that it was made for. */
export function measured(transport: SubgraphTransport, name: string, metrics: Metrics): SubgraphTransport {
  return {
    async send(call, deadline) {
      const startedAt = performance.now();
      call.trace = call.timing?.traceOfCall(name, startedAt) ?? null;
      let outcome: CallOutcome = 'unavailable';
      let failure: string | undefined;
      try {
        const result = await transport.send(call, deadline);
        outcome = result.errors?.length ? 'errors' : 'ok';
        return result;
      } catch (error) {
        failure = error instanceof SubgraphUnavailable ? error.failure : 'INTERNAL';
        throw error;
      } finally {
        const endedAt = performance.now();
        metrics.subgraphCall(name, outcome, (endedAt - startedAt) / 1000);
        call.timing?.called(name, endedAt - startedAt);
        call.trace?.end(outcome, failure, endedAt);
      }
    },
  };
}
