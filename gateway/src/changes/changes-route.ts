import { TurnedAway } from '@township-graph/shared/admission';
import type { Clock } from '@township-graph/shared/clock';
import type { Logger } from '@township-graph/shared/log';
import { signedIn } from '@township-graph/shared/viewer';
import type { FastifyInstance } from 'fastify';
import { Gauge } from 'prom-client';
import type { Authentication } from '../authentication/authentication';
import type { GatewayConfig } from '../config';
import { Deadline } from '../deadline';
import type { ErrorPresenter } from '../error-presentation';
import type { LoadedSupergraph } from '../execution/loaded-supergraph';
import type { RequestGuard } from '../guard/request-guard';
import type { Metrics } from '../metrics';
import { requestContextOf, viewerOf } from '../request-context';
import { ChangeStream } from './change-stream';
import { changesRequestOf } from './changes-request';
import { FeedReader } from './feed-reader';
import { OpenStreams } from './open-streams';

export interface ChangesOptions {
  readonly authentication: Authentication;
  readonly config: Pick<GatewayConfig, 'changes' | 'requestTimeoutMs'>;
  supergraph(): LoadedSupergraph | null;
  readonly guard: RequestGuard;
  readonly errors: ErrorPresenter;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly log: Logger;
}

export interface Changes {
  /** Ends every stream at once; its client comes back later, to whoever serves then. */
  stop(): void;
}

/** GET /changes: what every feed of the graph tells of, as server-sent events. */
export function registerChanges(app: FastifyInstance, options: ChangesOptions): Changes {
  const { authentication, config, guard, errors, metrics, clock, log } = options;
  const open = new OpenStreams(config.changes.maxStreams, config.changes.maxStreamsPerSubject);
  const reader = new FeedReader({
    supergraph: options.supergraph,
    charge: (operation, { viewer }, address) => guard.charge(operation, viewer, address),
    timeoutMs: config.requestTimeoutMs,
  });
  new Gauge({
    name: 'graphql_change_streams',
    help: 'Clients that follow changes',
    registers: [metrics.registry],
    collect() {
      this.set(open.size);
    },
  });
  app.get('/changes', { exposeHeadRoute: false }, async (request, reply) => {
    open.check();
    const context = await Deadline.in(config.requestTimeoutMs).bound(guard.enter(request, () => requestContextOf(request, authentication)));
    const { subject } = signedIn(context.viewer);
    if (!options.supergraph()) throw TurnedAway.STARTING;
    const stream = new ChangeStream({
      ...changesRequestOf(request, [...reader.feeds().keys()]),
      // Nothing here is read in clear: each reading of personal data needs a purpose of its own.
      context: { ...context, purpose: null },
      address: request.ip,
      reader,
      verify: async () => viewerOf(request, authentication),
      present: (error, addressee) => errors.present(error, addressee),
      clock,
      config: config.changes,
    });
    open.add(stream, subject!);
    const startedAt = performance.now();
    stream
      .run()
      .catch((error) => {
        log.error({ requestId: request.id, err: error }, 'a stream of changes failed');
        stream.out.body.destroy();
      })
      .finally(() => {
        open.remove(stream);
        log.info({ requestId: request.id, subject, ms: Math.round(performance.now() - startedAt) }, 'changes no longer followed');
      });
    return (
      reply
        .type('text/event-stream; charset=utf-8')
        .header('cache-control', 'no-store')
        // nginx would hold events back until it has a bufferful of them.
        .header('x-accel-buffering', 'no')
        .send(stream.out.body)
    );
  });
  return { stop: () => open.close() };
}
