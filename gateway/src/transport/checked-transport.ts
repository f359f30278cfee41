import type { Logger } from '@township-graph/shared/log';
import { type SubgraphTransport, SubgraphUnavailable } from './transport';

/** Takes an answer of another shape than was asked for as none: what comes after may rely on the shape. */
export function checked(transport: SubgraphTransport, { log }: { readonly log: Logger }): SubgraphTransport {
  return {
    async send(call, deadline) {
      const result = await transport.send(call, deadline);
      if (!result.data || call.fits(result.data)) return result;
      const { requestId } = call.context;
      log.warn({ requestId, failure: 'MALFORMED', cause: 'not the shape that was asked for' }, 'subgraph call failed');
      throw new SubgraphUnavailable('MALFORMED', { mayHaveActed: true, verdict: 'faulty' });
    },
  };
}
