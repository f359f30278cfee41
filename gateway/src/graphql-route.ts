import cors from '@fastify/cors';
import { type Admission, TurnedAway } from '@township-graph/shared/admission';
import { localeOf } from '@township-graph/shared/context';
import { DomainError, refusalBehind } from '@township-graph/shared/errors';
import type { Logger } from '@township-graph/shared/log';
import { patienceFor } from '@township-graph/shared/patience';
import { andThen, type PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { holds } from '@township-graph/shared/viewer';
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler, onResponseHookHandler } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Authentication } from './authentication/authentication';
import type { GatewayConfig } from './config';
import { Deadline, DeadlinePassed } from './deadline';
import type { ErrorPresenter } from './error-presentation';
import type { GraphContext } from './graph-context';
import { guardJsonBodies } from './guard/json-body';
import { OverLimit } from './guard/limits';
import { RateLimited } from './guard/rate-limit';
import type { RequestGuard } from './guard/request-guard';
import type { Metrics } from './metrics';
import { Pace } from './pace';
import { requestContextOf } from './request-context';
import { serverTiming } from './timing/server-timing';
import { Timing } from './timing/timing';
import type { Tracing } from './timing/tracing';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on the way to /graphql, once the token has been verified. */
    graph: GraphContext | null;
    /** Set on the way to /graphql, first of all. */
    timing: Timing | null;
  }
}

export interface GraphqlRouteOptions {
  readonly authentication: Authentication;
  readonly config: Pick<GatewayConfig, 'corsOrigins' | 'requestTimeoutMs' | 'maxQueuedRequests' | 'limits'>;
  readonly guard: RequestGuard;
  readonly admission: Admission;
  readonly metrics: Metrics;
  /** Null where nobody collects traces. */
  readonly tracing: Tracing | null;
  readonly log: Logger;
  readonly errors: ErrorPresenter;
  /** The answer, as JSON. */
  answer(request: FastifyRequest, reply: FastifyReply): Promise<string | Buffer>;
}

const GRAPHQL_PATH = '/graphql';
const METHODS = ['GET', 'POST'];

/** GET and POST /graphql, and what holds for every route: request id, CORS, and one form for all errors. */
export async function registerGraphqlRoute(app: FastifyInstance, options: GraphqlRouteOptions): Promise<void> {
  const { authentication, config, guard, admission, metrics, tracing, log, errors, answer } = options;
  const addresseeOf = ({ id, headers, timing }: FastifyRequest) => ({
    requestId: id,
    locale: localeOf(headers['accept-language']),
    timing: timing ?? undefined,
  });
  const entrance = new Pace(config.maxQueuedRequests, ENTER_AT_ONCE);
  const newTexts = new Pace(config.maxQueuedRequests);
  const answered = ({ timing, graph }: FastifyRequest, reply: FastifyReply): void => {
    if (!timing) return;
    timing.end(reply.statusCode);
    metrics.stages(timing);
    // To others it could tell what they may not see: how long a search takes depends on what there is to be found.
    if (graph && holds(graph.viewer, 'schema:read')) reply.header('server-timing', serverTiming(timing));
  };
  app.decorateRequest('graph', null);
  app.decorateRequest('timing', null);
  // Where no page of another origin may read anything, there is nothing to tell of it with each answer.
  if (config.corsOrigins.length > 0)
    await app.register(cors, { origin: [...config.corsOrigins], exposedHeaders: ['x-request-id', 'retry-after'], maxAge: 600 });
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
    done();
  });
  app.setErrorHandler((thrown, request, reply) => {
    const error = isBodyTooLarge(thrown) ? new OverLimit('body', config.limits.body) : thrown;
    const status = statusOf(error);
    if (status === 401) reply.header('www-authenticate', 'Bearer');
    if (error instanceof TurnedAway) {
      reply.header('retry-after', '1');
      metrics.turnedAway(error.reason);
    }
    if (request.graph && status >= 400 && status < 500) guard.refused(request, request.graph.viewer);
    if (error instanceof RateLimited) reply.header('retry-after', String(error.retryAfterSeconds));
    // Fastify's own refusals of a request are its sender's to read; anything else is a bug.
    const shown =
      status < 500 && !refusalBehind(error) ? new GraphQLError((error as Error).message, { extensions: { code: 'BAD_REQUEST' } }) : error;
    const presented = errors.present(shown, addresseeOf(request));
    answered(request, reply.code(status));
    return reply.type(mediaTypeFor(request)).send({ errors: [presented] });
  });
  app.setNotFoundHandler((request, reply) => {
    const isThere = request.url.split('?')[0] === GRAPHQL_PATH;
    if (isThere) reply.header('allow', METHODS.join(', '));
    const missing = isThere ? methodNotAllowed() : noSuchRoute();
    return reply
      .code(isThere ? 405 : 404)
      .type(mediaTypeFor(request))
      .send({ errors: [errors.present(missing, addresseeOf(request))] });
  });
  guardJsonBodies(app, config.limits);
  app.route({
    method: METHODS,
    url: GRAPHQL_PATH,
    exposeHeadRoute: false,
    onRequest: atOnceWhereItCan((request) => {
      const startedAt = performance.now();
      const timing = new Timing(startedAt, tracing?.begin(request.headers, startedAt) ?? null);
      request.timing = timing;
      admission.check();
      const deadline = Deadline.of(request.headers, config.requestTimeoutMs);
      return andThen(entrance.turn(patienceMs(deadline)), () => {
        timing.enter('authentication');
        const entered = deadline.bound(guard.enter(request, () => requestContextOf(request, authentication)));
        return andThen(entered, ({ viewer, requestId, locale, purpose }) => {
          request.graph = { viewer, requestId, locale, purpose, deadline, timing };
          timing.enter('receive');
        });
      });
    }),
    preHandler: atOnceWhereItCan((request) => {
      const { viewer, deadline, timing } = request.graph!;
      timing.enter('guard');
      return andThen(deadline.bound(guard.admit(request, viewer)), ({ isNew }) => {
        timing.enter('admission');
        // To read and plan a text takes a thousand times what it takes to execute one that is known.
        return isNew ? newTexts.turn(patienceMs(deadline)) : undefined;
      });
    }),
    handler: (request, reply) => {
      // Answers hold what this viewer alone may see.
      reply.header('cache-control', 'no-store');
      const { deadline, timing } = request.graph!;
      const work = async () => {
        timing.enter('plan');
        const json = await answer(request, reply);
        answered(request, reply);
        return json;
      };
      return admission.run(work, () => patienceFor(reply.raw, patienceMs(deadline)));
    },
    // To be told when an answer is out takes a fortieth of a small request: nothing to pay where nobody reads it.
    ...(log.isLevelEnabled('info') && { onResponse: logged(log) }),
  });
}

/** A hook that keeps a request waiting only where there is something to wait for. */
function atOnceWhereItCan(work: (request: FastifyRequest) => PromiseOrValue<void>): onRequestHookHandler {
  return (request, _reply, done) => {
    const waiting = work(request);
    if (waiting instanceof Promise) return waiting;
    done();
  };
}

function logged(log: Logger): onResponseHookHandler {
  return ({ id, graph, timing, method }, { statusCode: status, elapsedTime }, done) => {
    const ms = Math.round(elapsedTime);
    log.info({ requestId: id, traceId: timing?.traceId, subject: graph?.viewer.subject, method, status, ms }, 'request');
    done();
  };
}

/** As many as are begun in a few milliseconds, as long as what they ask for is known. */
const ENTER_AT_ONCE = 16;

/** Who has waited for long in a server that is too busy is better told so than served late: the queue stays short, and moves. */
const LONGEST_WAIT_MS = 2000;

function patienceMs({ remainingMs }: Deadline): number {
  return Math.min(remainingMs, LONGEST_WAIT_MS);
}

/** For answers that never reach Apollo; it chooses in the same way. */
function mediaTypeFor({ headers }: FastifyRequest): string {
  const graphql = 'application/graphql-response+json';
  return `${headers.accept?.includes(graphql) ? graphql : 'application/json'}; charset=utf-8`;
}

const noSuchRoute = () => new DomainError('NOT_FOUND', 'NO_SUCH_ROUTE', { zh: '没有这个地址', en: 'There is nothing at this address' });

const methodNotAllowed = () =>
  new DomainError('BAD_USER_INPUT', 'METHOD_NOT_ALLOWED', {
    zh: '请使用 POST，查询也可使用 GET',
    en: 'Use POST, or GET for queries',
  });

function isBodyTooLarge(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 'FST_ERR_CTP_BODY_TOO_LARGE';
}

function statusOf(error: unknown): number {
  const refusal = refusalBehind(error);
  if (refusal?.code === 'UNAUTHENTICATED') return refusal.reason === 'TOKEN_UNVERIFIABLE' ? 503 : 401;
  if (refusal instanceof TurnedAway) return 503;
  if (refusal instanceof DeadlinePassed) return 504;
  if (refusal instanceof RateLimited) return 429;
  if (refusal instanceof OverLimit && refusal.limit === 'body') return 413;
  if (refusal) return 400;
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' && statusCode >= 400 ? statusCode : 500;
}
