import type { ApolloServerPlugin } from '@apollo/server';
import type { Admission } from '@township-graph/shared/admission';
import { processMetrics } from '@township-graph/shared/process-metrics';
import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { DurationHistogram } from './timing/duration-histogram';
import { stageHistogram } from './timing/stage-histogram';
import type { Timing } from './timing/timing';
import type { CallOutcome } from './timing/tracing';
import type { Circuit } from './transport/circuit-breaker';

export type OperationKind = 'query' | 'mutation' | 'subscription' | 'unknown';
/** `partial` has data and errors; `refused` no data because of the request; `failed` no data because of us. */
export type Outcome = 'ok' | 'partial' | 'refused' | 'failed';

/** What the gateway counts. Labels are closed sets and the supergraph's own names: nothing that a client can make up. */
export interface Metrics {
  readonly registry: Registry;
  operation(kind: OperationKind, outcome: Outcome, seconds: number): void;
  /** A request that was answered. */
  stages(timing: Timing): void;
  subgraphCall(subgraph: string, outcome: CallOutcome, seconds: number): void;
  retry(subgraph: string): void;
  circuit(subgraph: string, circuit: Circuit): void;
  /** A request that was not let in. */
  turnedAway(reason: string): void;
  watch(admission: Admission): void;
  error(code: string): void;
}

const CIRCUITS: Readonly<Record<Circuit, number>> = { closed: 0, 'half-open': 1, open: 2 };

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * A registry of its own, so that two gateways in one process (tests, above all) do not collide, with what the kernel counts in this
 * process on the same page.
 */
export function createMetrics(): Metrics {
  const registry = Registry.merge([processMetrics]);
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const operations = new DurationHistogram({
    name: 'graphql_operation_duration_seconds',
    help: 'Operations answered, by kind and outcome',
    labelNames: ['kind', 'outcome'] as const,
    buckets: SECONDS,
    registers,
  });
  const calls = new DurationHistogram({
    name: 'graphql_subgraph_call_duration_seconds',
    help: 'Calls to subgraphs, by subgraph and outcome',
    labelNames: ['subgraph', 'outcome'] as const,
    buckets: SECONDS,
    registers,
  });
  const retries = new Counter({
    name: 'graphql_subgraph_retries_total',
    help: 'Queries sent to a subgraph a second time',
    labelNames: ['subgraph'] as const,
    registers,
  });
  const circuits = new Gauge({
    name: 'graphql_subgraph_circuit',
    help: 'Whether a subgraph is asked: 0 it is, 1 one call tries, 2 it is left alone',
    labelNames: ['subgraph'] as const,
    // Of several workers that of the one that fares worst.
    aggregator: 'max',
    registers,
  });
  const turnedAway = new Counter({
    name: 'graphql_requests_turned_away_total',
    help: 'Requests answered 503 before anything of them was done, by reason',
    labelNames: ['reason'] as const,
    registers,
  });
  const errors = new Counter({
    name: 'graphql_errors_total',
    help: 'Errors that clients received, by code',
    labelNames: ['code'] as const,
    registers,
  });
  return {
    registry,
    operation: (kind, outcome, seconds) => operations.of(kind, outcome).observe(seconds),
    stages: stageHistogram(registry),
    subgraphCall: (subgraph, outcome, seconds) => calls.of(subgraph, outcome).observe(seconds),
    retry: (subgraph) => retries.inc({ subgraph }),
    circuit: (subgraph, circuit) => circuits.set({ subgraph }, CIRCUITS[circuit]),
    turnedAway: (reason) => turnedAway.inc({ reason }),
    watch: (admission) => watchAdmission(admission, registry),
    error: (code) => errors.inc({ code }),
  };
}

function watchAdmission(admission: Admission, registry: Registry): void {
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(value());
      },
    });
  gauge('graphql_requests_running', 'Requests that are being served', () => admission.running);
  gauge('graphql_requests_queued', 'Requests that wait for their turn', () => admission.queued);
}

/** What GET /metrics answers. */
export interface MetricsPage {
  readonly contentType: string;
  readonly text: string;
}

/** Who writes the page, given what this process counts. */
export type MetricsPages = (own: Registry) => () => Promise<MetricsPage>;

/** For a process that serves alone. */
export const ownMetrics: MetricsPages = (own) => async () => ({ contentType: own.contentType, text: await own.metrics() });

/** GET /metrics, in Prometheus' text format. It names subgraphs: keep it inside the network. */
export function registerMetrics(app: FastifyInstance, page: () => Promise<MetricsPage>): void {
  app.get('/metrics', async (_request, reply) => {
    const { contentType, text } = await page();
    return reply.type(contentType).send(text);
  });
}

/** Measures each operation that came as far as Apollo's pipeline. */
export function measurePlugin(metrics: Metrics): ApolloServerPlugin {
  return {
    requestDidStart: async () => {
      const started = performance.now();
      return {
        willSendResponse: async ({ operation, response: { body } }) => {
          const kind: OperationKind = operation?.operation ?? 'unknown';
          const outcome = body.kind === 'single' ? outcomeOf(body.singleResult) : 'ok';
          metrics.operation(kind, outcome, (performance.now() - started) / 1000);
        },
      };
    },
  };
}

export function outcomeOf({ data, errors }: { data?: unknown; errors?: readonly { extensions?: Record<string, unknown> }[] }): Outcome {
  if (!errors?.length) return 'ok';
  if (data != null) return 'partial';
  const isOurs = errors.some(
    ({ extensions }) => extensions?.code === 'INTERNAL_SERVER_ERROR' || extensions?.code === 'SUBGRAPH_UNAVAILABLE',
  );
  return isOurs ? 'failed' : 'refused';
}
