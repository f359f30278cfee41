import { ANONYMOUS } from '@township-graph/shared/viewer';
import type { FastifyInstance } from 'fastify';
import { Deadline } from './deadline';
import { OutgoingCall } from './transport/outgoing-call';
import { plannedOperation } from './transport/planned-operation';
import type { SubgraphTransport } from './transport/transport';

export interface HealthOptions {
  /** Ways to probe the subgraphs of the supergraph in use; null before one is loaded and after the stop began. */
  probes(): readonly SubgraphTransport[] | null;
}

interface Reach {
  readonly total: number;
  readonly reachable: number;
}

/** /ready is open to all, so its probes are few however often it is asked. */
const PROBE_EVERY_MS = 5000;
const PROBE_TIMEOUT_MS = 2000;
const PROBE = plannedOperation('{ __typename }');

/**
 * GET /health: the process answers. GET /ready: a supergraph is loaded. A subgraph that is down does not make the gateway
 * unready, since it still answers with the rest; how many are reachable is told, never which.
 */
export function registerHealth(app: FastifyInstance, { probes }: HealthOptions): void {
  const reach = remembered(reachOf);
  app.get('/health', async () => ({ status: 'ok' }));
  app.get('/ready', async (_request, reply) => {
    const transports = probes();
    if (!transports) return reply.code(503).send({ status: 'unavailable' });
    return reply.send({ status: 'ready', subgraphs: await reach(transports) });
  });
}

async function reachOf(transports: readonly SubgraphTransport[]): Promise<Reach> {
  const answers = await Promise.all(transports.map(isReachable));
  return { total: answers.length, reachable: answers.filter(Boolean).length };
}

async function isReachable(transport: SubgraphTransport): Promise<boolean> {
  const context = { viewer: ANONYMOUS, requestId: 'readiness-probe', locale: 'zh', purpose: null } as const;
  return transport.send(new OutgoingCall({ operation: PROBE, context }), Deadline.in(PROBE_TIMEOUT_MS)).then(
    ({ data }) => data != null,
    () => false,
  );
}

/** One probe for all who ask within the interval, those who ask while it runs included. */
function remembered(probe: (transports: readonly SubgraphTransport[]) => Promise<Reach>): typeof probe {
  let last: Promise<Reach> | null = null;
  let askedAt = Number.NEGATIVE_INFINITY;
  return (transports) => {
    if (!last || performance.now() - askedAt > PROBE_EVERY_MS) {
      askedAt = performance.now();
      last = probe(transports);
    }
    return last;
  };
}
