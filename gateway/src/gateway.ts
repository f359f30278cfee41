import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { type Clock, systemClock } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import type { Logger } from '@township-graph/shared/log';
import { closeWithin } from '@township-graph/shared/server';
import fastify, { type FastifyInstance } from 'fastify';
import type { Authentication } from './authentication';
import type { GatewayConfig } from './config';
import { ErrorPresenter } from './error-presentation';
import { createFederation, type GivenTransports } from './federation';
import { registerGraphqlRoute } from './graphql-route';
import { registerHealth } from './health';
import { createMetrics, measurePlugin, registerMetrics } from './metrics';
import { DEFAULT_LIMITS, type OperationLimits } from './operation-guard';
import { operationPolicy } from './operation-policy';
import { requestIdOf } from './request-context';
import { type SupergraphSource, supergraphSource } from './supergraph';

export interface GatewayOptions {
  /** SDL, a path, a URL, or a source of one's own. */
  readonly supergraph: string | SupergraphSource;
  /** For subgraphs in this process or reached in another way; all others are called at the supergraph's URLs. */
  readonly transports?: GivenTransports;
  readonly authentication: Authentication;
  readonly config: GatewayConfig;
  readonly limits?: OperationLimits;
  readonly clock?: Clock;
  readonly log: Logger;
}

export interface Gateway {
  /** For routes beside the graph's, such as the IDE's; add them before `listen`. */
  readonly app: FastifyInstance;
  /** Starts to listen where the configuration says; the address it got. */
  listen(): Promise<string>;
  /** Finishes what is in flight, for ten seconds at most, and stops polling. */
  stop(): Promise<void>;
}

const BODY_LIMIT_BYTES = 1024 * 1024;
const MAX_TOKENS = 10_000;
const STOP_WITHIN_MS = 10_000;

/** The one entry to the graph: verifies who asks, guards what is asked, and lets the federation answer. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { supergraph, transports = {}, config, clock = systemClock, log } = options;
  const source = typeof supergraph === 'string' ? supergraphSource({ from: supergraph, pollMs: config.supergraphPollMs, log }) : supergraph;
  const metrics = createMetrics();
  const errors = new ErrorPresenter(log, metrics);
  const federation = createFederation({ source, transports, config, clock, log, metrics });
  const apollo = new ApolloServer<RequestContext>({
    gateway: federation.gateway,
    plugins: [...DISABLED, errors.plugin, operationPolicy(config.production, options.limits ?? DEFAULT_LIMITS), measurePlugin(metrics)],
    formatError: errors.formatForApollo,
    introspection: true,
    hideSchemaDetailsFromClientErrors: config.production,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    stopOnTerminationSignals: false,
    nodeEnv: config.production ? 'production' : 'development',
    logger: log.child({ component: 'apollo' }),
  });
  await apollo.start();

  const app = fastify({ bodyLimit: BODY_LIMIT_BYTES, genReqId: requestIdOf, requestIdHeader: false });
  let isStopping = false;
  const answer = fastifyApolloHandler(apollo, { context: async ({ graph }) => graph! });
  await registerGraphqlRoute(app, { ...options, errors, answer });
  registerHealth(app, { subgraphs: () => (isStopping ? null : federation.subgraphs()) });
  registerMetrics(app, metrics);

  return {
    app,
    listen: () => app.listen({ host: config.host, port: config.port }),
    async stop() {
      isStopping = true;
      await closeWithin(app, STOP_WITHIN_MS);
      await apollo.stop();
      await federation.close();
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
