import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { Admission } from '@township-graph/shared/admission';
import { type Clock, systemClock } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import { drainable } from '@township-graph/shared/drain';
import type { Logger } from '@township-graph/shared/log';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { apolloHandler } from './apollo-handler';
import type { Authentication } from './authentication/authentication';
import { registerChanges } from './changes/changes-route';
import type { GatewayConfig } from './config';
import { ErrorPresenter } from './error-presentation';
import { createFederation } from './federation';
import { registerGraphqlRoute } from './graphql-route';
import { createGuard } from './guard/create-guard';
import { registerHealth } from './health';
import { createMetrics, type MetricsPages, measurePlugin, ownMetrics, registerMetrics } from './metrics';
import { requestIdOf } from './request-context';
import { ShortLane } from './short-lane';
import { type SupergraphSource, supergraphSource } from './supergraph';
import { createTracing } from './timing/tracing';
import type { GivenTransports } from './transport/subgraph-transports';
import { WarmUp } from './warm-up';

export interface GatewayOptions {
  /** SDL, a path, a URL, or a source of one's own. */
  readonly supergraph: string | SupergraphSource;
  /** For subgraphs in this process or reached in another way; all others are called at the supergraph's URLs. */
  readonly transports?: GivenTransports;
  readonly authentication: Authentication;
  readonly config: GatewayConfig;
  readonly clock?: Clock;
  /** Who writes the page of metrics; this gateway alone when absent. */
  readonly metricsPages?: MetricsPages;
  readonly log: Logger;
}

export interface Gateway {
  /** For routes beside the graph's, such as the IDE's; add them before `listen`. */
  readonly app: FastifyInstance;
  /** Starts to listen where the configuration says; the address it got. */
  listen(): Promise<string>;
  /** Takes no new requests, finishes those in flight, each by its deadline, and stops polling. */
  stop(): Promise<void>;
}

/** For the last answers to reach their clients, after the last deadline. */
const LAST_BYTES_MS = 1000;
/** For the last traces to reach their collector: one that does not answer must not hold a process that has nothing else to do. */
const LAST_TRACES_MS = 5000;

/** Within which `stop` has finished what was in flight. */
export function drainMsOf({ requestTimeoutMs }: Pick<GatewayConfig, 'requestTimeoutMs'>): number {
  return requestTimeoutMs + LAST_BYTES_MS;
}

/** The one entry to the graph: verifies who asks, guards what is asked, and lets the federation answer. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { supergraph, transports = {}, config, clock = systemClock, metricsPages = ownMetrics, log } = options;
  const source = typeof supergraph === 'string' ? supergraphSource({ from: supergraph, pollMs: config.supergraphPollMs, log }) : supergraph;
  const metrics = createMetrics();
  const tracing = createTracing(config, log);
  const errors = new ErrorPresenter(log, metrics);
  const federation = createFederation({
    source,
    prepare: (loaded, how) => warmUp.of(loaded, how),
    given: transports,
    config,
    clock,
    log,
    metrics,
  });
  const guard = await createGuard({ config, gateway: federation.gateway, onListed: () => warmUp.relist(federation.supergraph()), log });
  const warmUp = new WarmUp({ listed: guard.listed, operations: guard.operations, log });
  const apollo = new ApolloServer<RequestContext>({
    gateway: federation.gateway,
    plugins: [...DISABLED, errors.plugin, guard.plugin, measurePlugin(metrics)],
    formatError: errors.formatForApollo,
    introspection: true,
    hideSchemaDetailsFromClientErrors: config.production,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    // How many of them, the guard decides.
    allowBatchedHttpRequests: true,
    persistedQueries: { cache: guard.registry },
    stopOnTerminationSignals: false,
    nodeEnv: config.production ? 'production' : 'development',
    logger: log.child({ component: 'apollo' }),
  });
  await apollo.start();

  const app = fastify({
    bodyLimit: config.limits.body,
    trustProxy: config.trustedProxies.length > 0 && [...config.trustedProxies],
    // For a request to arrive whole: who sends it byte by byte must not hold a connection for ever.
    requestTimeout: config.requestTimeoutMs,
    // While it closes, Fastify's own 503 is no GraphQL answer.
    return503OnClosing: false,
    genReqId: requestIdOf,
    requestIdHeader: false,
  });
  const admission = new Admission({ running: config.maxConcurrentRequests, waiting: config.maxQueuedRequests });
  metrics.watch(admission);
  const drain = drainable(app, admission, drainMsOf(config));
  const throughApollo = apolloHandler(apollo, ({ graph }) => graph!);
  const shortLane = config.shortLane
    ? new ShortLane({ supergraph: federation.supergraph, operations: guard.operations, errors, metrics })
    : null;
  const longLane = async (request: FastifyRequest, reply: FastifyReply): Promise<string> => {
    const body = await throughApollo(request, reply);
    if (reply.statusCode < 400) return body;
    const completed = errors.complete(body, request.graph!);
    const isPlainJson = String(reply.getHeader('content-type')).startsWith('application/json');
    if (isPlainJson && reply.statusCode === 400 && errors.isOfWellFormedRequest(completed)) reply.code(200);
    return completed;
  };
  const answer = (request: FastifyRequest, reply: FastifyReply): Promise<string | Buffer> =>
    shortLane?.answer(request, reply) ?? longLane(request, reply);
  await registerGraphqlRoute(app, { ...options, guard: guard.requests, admission, errors, metrics, tracing, answer });
  const { supergraph: inUse } = federation;
  const changes = registerChanges(app, { ...options, supergraph: inUse, guard: guard.requests, errors, metrics, clock });
  registerHealth(app, { probes: () => (drain.isDraining ? null : federation.probes()) });
  registerMetrics(app, metricsPages(metrics.registry));

  return {
    app,
    listen: () => app.listen({ host: config.host, port: config.port }),
    async stop() {
      const startedAt = performance.now();
      changes.stop();
      await drain.stop();
      warmUp.stop();
      await apollo.stop();
      const leftMs = Math.max(0, drainMsOf(config) - (performance.now() - startedAt));
      await Promise.all([federation.close(), guard.close(), tracing?.stop(Math.min(leftMs, LAST_TRACES_MS))]);
    },
  };
}

/** Nothing of Apollo's that reports elsewhere or loads from elsewhere. */
const DISABLED = [
  ApolloServerPluginUsageReportingDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginCacheControlDisabled(),
];
