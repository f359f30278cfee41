import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Clock } from './clock';
import type { RequestContext } from './context';
import { DomainError, formatError } from './errors';
import type { Logger } from './log';
import { looksSigned, NonceCache, type SigningKey, verifyCall } from './signature';
import type { SubgraphCall, SubgraphExecutor } from './subgraph-call';

export interface SubgraphServerOptions {
  readonly executor: SubgraphExecutor;
  /** Keys that the gateway may sign with: the one in use, and during a rotation the next. */
  readonly keys: readonly SigningKey[];
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly clock: Clock;
  readonly log: Logger;
  /** Whether what the subgraph needs, its database above all, answers. */
  readonly isReady?: () => Promise<boolean>;
  readonly bodyLimitBytes?: number;
  /** How long a stop waits for calls in flight. */
  readonly stopWithinMs?: number;
}

export interface RunningServer {
  readonly url: string;
  /** Takes no new calls, finishes those in flight, and cuts what is left when the time is up. */
  stop(): Promise<void>;
}

const DEFAULT_BODY_LIMIT = 5 * 1024 * 1024;
const DEFAULT_STOP_MS = 10_000;

/**
 * Serves a subgraph to the gateway and to nobody else: a call whose signature does not hold, `_service` and `_entities`
 * included, is answered 401 before anything of it is parsed, let alone executed.
 */
export async function startSubgraphServer(options: SubgraphServerOptions): Promise<RunningServer> {
  const { executor, log, host, port, isReady = async () => true } = options;
  const app = fastify({ bodyLimit: options.bodyLimitBytes ?? DEFAULT_BODY_LIMIT });
  let isStopping = false;

  // The signature is over the bytes, so they must arrive as they were sent.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply, log));

  app.post('/graphql', { onRequest: refuseUnsigned, handler: answerSigned(options, executor) });
  app.get('/health', async () => ({ status: 'ok' }));
  app.get('/ready', async (_request, reply) => {
    const ready = !isStopping && (await isReady().catch(() => false));
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'unavailable' });
  });

  const address = await app.listen({ host, port });
  log.info({ address }, 'subgraph listens');
  const stop = () => {
    isStopping = true;
    return closeWithin(app, options.stopWithinMs ?? DEFAULT_STOP_MS);
  };
  return { url: `${address}/graphql`, stop };
}

/** Stops a server gracefully, but not for ever: a client that never finishes reading would hold it. */
export async function closeWithin(app: FastifyInstance, limitMs: number): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), limitMs);
  // A connection whose last answer went out after the close began would otherwise be kept alive until its client lets go.
  const sweep = setInterval(() => app.server.closeIdleConnections(), 50);
  try {
    await app.close();
  } finally {
    clearTimeout(cut);
    clearInterval(sweep);
  }
}

/** Spares reading the body of what cannot be a call of the gateway. */
async function refuseUnsigned(request: FastifyRequest): Promise<void> {
  if (!looksSigned(request.headers)) {
    throw new DomainError('UNAUTHENTICATED', 'CALL_UNSIGNED', {
      zh: '本接口只接受网关签名的调用',
      en: 'This endpoint answers only calls that the gateway has signed',
    });
  }
}

function answerSigned({ keys, clock }: SubgraphServerOptions, executor: SubgraphExecutor) {
  const nonces = new NonceCache();
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const body = request.body instanceof Buffer ? request.body : Buffer.alloc(0);
    const { method, url: path, headers } = request;
    const context = verifyCall({ keys, method, path, body, headers, clock, nonces });
    const result = await executor(callFrom(body, context));
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(result));
  };
}

function callFrom(body: Buffer, context: RequestContext): SubgraphCall {
  let parsed: Partial<SubgraphCall> | null;
  try {
    parsed = JSON.parse(body.toString()) as Partial<SubgraphCall> | null;
  } catch {
    throw malformed();
  }
  const { query, operationName, variables } = parsed ?? {};
  if (typeof query !== 'string' || (variables != null && typeof variables !== 'object')) throw malformed();
  return { query, context, ...(operationName != null && { operationName }), ...(variables != null && { variables }) };
}

function malformed(): DomainError {
  return new DomainError('BAD_USER_INPUT', 'CALL_MALFORMED', { zh: '请求体不是有效的 GraphQL 调用', en: 'The body is not a GraphQL call' });
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply, log: Logger): FastifyReply {
  const requestId = String(request.headers['x-tg-request-id'] ?? request.id);
  const formatted = formatError(error, 'zh', requestId, (bug) => log.error({ requestId, err: bug }, 'subgraph call failed'));
  const status = statusOf(error);
  if (status < 500) log.warn({ requestId, reason: formatted.extensions?.reason, status }, 'subgraph call refused');
  return reply.code(status).send({ errors: [formatted] });
}

function statusOf(error: unknown): number {
  if (error instanceof DomainError) return error.code === 'UNAUTHENTICATED' ? 401 : 400;
  // Fastify's own refusals (a body too large, …) carry their status.
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : 500;
}
