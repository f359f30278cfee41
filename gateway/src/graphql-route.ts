import cors from '@fastify/cors';
import { localeOf, type RequestContext } from '@township-graph/shared/context';
import { DomainError, refusalBehind } from '@township-graph/shared/errors';
import type { Logger } from '@township-graph/shared/log';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Authentication } from './authentication';
import type { GatewayConfig } from './config';
import type { ErrorPresenter } from './error-presentation';
import { guardNesting } from './operation-guard';
import { requestContextOf } from './request-context';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on the way to /graphql, once the token has been verified. */
    graph: RequestContext | null;
  }
}

type ApolloHandler = (this: FastifyInstance, request: FastifyRequest, reply: FastifyReply) => unknown;

export interface GraphqlRouteOptions {
  readonly authentication: Authentication;
  readonly config: Pick<GatewayConfig, 'corsOrigins'>;
  readonly log: Logger;
  readonly errors: ErrorPresenter;
  readonly answer: ApolloHandler;
}

/** GET and POST /graphql, and what holds for every route: request id, CORS, and one form for all errors. */
export async function registerGraphqlRoute(app: FastifyInstance, options: GraphqlRouteOptions): Promise<void> {
  const { authentication, config, log, errors, answer } = options;
  const addresseeOf = ({ id, headers }: FastifyRequest) => ({ requestId: id, locale: localeOf(headers['accept-language']) });
  app.decorateRequest('graph', null);
  await app.register(cors, { origin: [...config.corsOrigins], exposedHeaders: ['x-request-id'], maxAge: 600 });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
  });
  app.setErrorHandler((error, request, reply) => {
    const status = statusOf(error);
    if (status === 401) reply.header('www-authenticate', 'Bearer');
    // Fastify's own refusals of a request are its sender's to read; anything else is a bug.
    const shown =
      status < 500 && !refusalBehind(error) ? new GraphQLError((error as Error).message, { extensions: { code: 'BAD_REQUEST' } }) : error;
    return reply
      .code(status)
      .type(mediaTypeFor(request))
      .send({ errors: [errors.present(shown, addresseeOf(request))] });
  });
  app.setNotFoundHandler((request, reply) => {
    const missing = new DomainError('NOT_FOUND', 'NO_SUCH_ROUTE', { zh: '没有这个地址', en: 'There is nothing at this address' });
    return reply
      .code(404)
      .type(mediaTypeFor(request))
      .send({ errors: [errors.present(missing, addresseeOf(request))] });
  });
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    onRequest: async (request) => {
      request.graph = await requestContextOf(request, authentication);
    },
    preHandler: async ({ body, query }) => {
      for (const source of [body, query]) {
        const text = (source as { query?: unknown } | null | undefined)?.query;
        if (typeof text === 'string') guardNesting(text);
      }
    },
    handler: async function (request, reply) {
      // Answers hold what this viewer alone may see.
      reply.header('cache-control', 'no-store');
      const body = (await answer.call(this, request, reply)) as string;
      return reply.statusCode < 400 ? body : errors.complete(body, request.graph!);
    },
    onResponse: async ({ id, graph, method }, reply) => {
      log.info(
        { requestId: id, subject: graph?.viewer.subject, method, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
        'request',
      );
    },
  });
}

/** For answers that never reach Apollo; it chooses in the same way. */
function mediaTypeFor({ headers }: FastifyRequest): string {
  const graphql = 'application/graphql-response+json';
  return `${headers.accept?.includes(graphql) ? graphql : 'application/json'}; charset=utf-8`;
}

function statusOf(error: unknown): number {
  const refusal = refusalBehind(error);
  if (refusal?.code === 'UNAUTHENTICATED') return refusal.reason === 'TOKEN_UNVERIFIABLE' ? 503 : 401;
  if (refusal) return 400;
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' && statusCode >= 400 ? statusCode : 500;
}
