import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { Admission, type AdmissionLimits, TurnedAway } from './admission';
import { type CallLimits, limited } from './call-limits';
import type { Clock } from './clock';
import type { RequestContext } from './context';
import { drainable } from './drain';
import { DomainError, formatError } from './errors';
import type { Logger } from './log';
import { NonceCache } from './nonce-cache';
import { patienceFor } from './patience';
import { processMetrics } from './process-metrics';
import { parseRequestTimeout, REQUEST_TIMEOUT_HEADER } from './request-timeout';
import { readCall, type SaidOfCall, verifyCall } from './signature';
import type { SigningKey } from './signing-key';
import type { SubgraphCall, SubgraphExecutor } from './subgraph-call';

declare module 'fastify' {
  interface FastifyRequest {
    /** What a call says of itself; null of a request that is none. */
    said: SaidOfCall | null;
  }
}

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
  readonly limits?: AdmissionLimits;
  /** How much one call may ask for. */
  readonly callLimits?: CallLimits;
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
/** A gateway keeps 128 connections to a subgraph; two of them may come at once. */
export const DEFAULT_LIMITS: AdmissionLimits = { running: 256, waiting: 256 };
/** For a call to arrive whole; and for one that waits here without saying how long its sender does. */
const LONGEST_WAIT_MS = 60_000;

/** Says of a 503 that nothing of the call was done, and why: only then may a change be reported as not made. */
export const TURNED_AWAY_HEADER = 'x-tg-turned-away';

/**
 * Serves a subgraph to the gateway and to nobody else: a call whose signature does not hold, `_service` and `_entities`
 * included, is answered 401 before anything of it is parsed, let alone executed.
 */
export async function startSubgraphServer(options: SubgraphServerOptions): Promise<RunningServer> {
  const { log, host, port, isReady = async () => true } = options;
  const executor = limited(options.executor, options.callLimits);
  // While it closes, Fastify's own 503 would not say that nothing was done; ours does.
  const app = fastify({
    bodyLimit: options.bodyLimitBytes ?? DEFAULT_BODY_LIMIT,
    requestTimeout: LONGEST_WAIT_MS,
    return503OnClosing: false,
  });
  const admission = new Admission(options.limits ?? DEFAULT_LIMITS);
  const drain = drainable(app, admission, options.stopWithinMs ?? DEFAULT_STOP_MS);

  // The signature is over the bytes, so they must arrive as they were sent.
  app.removeAllContentTypeParsers();
  app.decorateRequest('said', null);
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply, log));

  // In this order: a stranger does not learn how busy it is here.
  app.post('/graphql', {
    onRequest: (request, _reply, done) => {
      request.said = readCall(request.headers);
      admission.check();
      done();
    },
    handler: answerSigned(options, (call, patience) => admission.run(() => executor(call), patience)),
  });
  app.get('/metrics', async (_request, reply) => reply.type(processMetrics.contentType).send(await processMetrics.metrics()));
  app.get('/health', async () => ({ status: 'ok' }));
  app.get('/ready', async (_request, reply) => {
    const ready = !drain.isDraining && (await isReady().catch(() => false));
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'unavailable' });
  });

  const address = await app.listen({ host, port });
  log.info({ address }, 'subgraph listens');
  return { url: `${address}/graphql`, stop: () => drain.stop() };
}

type AdmittedExecutor = (call: SubgraphCall, patience: () => AbortSignal) => ReturnType<SubgraphExecutor>;

function answerSigned({ keys, clock }: SubgraphServerOptions, execute: AdmittedExecutor) {
  const nonces = new NonceCache({ since: clock().getTime() });
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const body = request.body instanceof Buffer ? request.body : Buffer.alloc(0);
    const { method, url: path, headers } = request;
    const context = verifyCall({ said: request.said!, keys, method, path, body, clock, nonces });
    const patience = () => patienceFor(reply.raw, parseRequestTimeout(headers[REQUEST_TIMEOUT_HEADER]) ?? LONGEST_WAIT_MS);
    const result = await execute(callFrom(body, context), patience);
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
  const requestId = request.said?.requestId ?? request.id;
  const formatted = formatError(error, 'zh', requestId, (bug) => log.error({ requestId, err: bug }, 'subgraph call failed'));
  const status = statusOf(error);
  if (status < 500) log.warn({ requestId, reason: formatted.extensions?.reason, status }, 'subgraph call refused');
  if (error instanceof TurnedAway) reply.header('retry-after', '1').header(TURNED_AWAY_HEADER, error.reason);
  return reply.code(status).send({ errors: [formatted] });
}

function statusOf(error: unknown): number {
  if (error instanceof TurnedAway) return 503;
  if (error instanceof DomainError) return error.code === 'UNAUTHENTICATED' ? 401 : 400;
  // Fastify's own refusals (a body too large, …) carry their status.
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : 500;
}
