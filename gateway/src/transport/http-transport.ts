import type { Clock } from '@township-graph/shared/clock';
import type { Logger } from '@township-graph/shared/log';
import { REQUEST_TIMEOUT_HEADER } from '@township-graph/shared/request-timeout';
import { TURNED_AWAY_HEADER } from '@township-graph/shared/server';
import { signCall } from '@township-graph/shared/signature';
import type { SigningKey } from '@township-graph/shared/signing-key';
import type { ExecutionResult } from 'graphql';
import { type Dispatcher, Pool } from 'undici';
import { Deadline, DeadlinePassed } from '../deadline';
import { callTimeMs, timedOut } from './call-time';
import { isResult } from './execution-result';
import type { OutgoingCall } from './outgoing-call';
import { type Failure, type FailureTraits, type SubgraphTransport, SubgraphUnavailable } from './transport';

export interface HttpTransportOptions {
  readonly url: URL;
  /** Signs each call; without one, as to someone else's subgraph, calls go out unsigned and carry no identity. */
  readonly key: SigningKey | null;
  /** For the whole call, from connecting to the last byte; less when the request's deadline is nearer. */
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
  readonly clock: Clock;
  /** Knows the subgraph's name. */
  readonly log: Logger;
}

const CONNECTIONS = 128;
/** A host that does not even take the connection is given up sooner than one that works on an answer. */
const CONNECT_WITHIN_MS = 2000;

/** Calls a subgraph over kept-alive connections. Never follows redirects: an identity must not travel where nobody configured it to. */
export function httpTransport(options: HttpTransportOptions): SubgraphTransport {
  const { url, timeoutMs, log } = options;
  // The deadline below covers the whole call, so undici's own per-phase timers are off: a byte now and then would renew them.
  const pool = new Pool(url.origin, {
    connections: CONNECTIONS,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: Math.min(timeoutMs, CONNECT_WITHIN_MS) },
  });
  return {
    async send(call, deadline) {
      const givenMs = callTimeMs(timeoutMs, deadline);
      const giveUp = new AbortController();
      try {
        // Not by the signal alone: undici looks at it only once a call has its connection.
        return await Deadline.in(givenMs).bound(exchange(pool, options, call, { givenMs, signal: giveUp.signal }));
      } catch (error) {
        giveUp.abort();
        const [unavailable, cause] = failureOf(error, timedOut(givenMs, timeoutMs));
        log.warn({ requestId: call.context.requestId, failure: unavailable.failure, cause }, 'subgraph call failed');
        throw unavailable;
      }
    },
    close: () => pool.close(),
  };
}

/** Carries the cause to the log, and no further. */
class ExchangeFailed extends Error {
  constructor(
    readonly failure: Failure,
    readonly traits: FailureTraits,
    cause: string,
  ) {
    super(cause);
  }
}

/** An answer that came, and cannot be used. */
const MALFORMED: FailureTraits = { mayHaveActed: true, verdict: 'faulty' };

interface CallTime {
  readonly givenMs: number;
  readonly signal: AbortSignal;
}

async function exchange(
  pool: Pool,
  options: HttpTransportOptions,
  call: OutgoingCall,
  { givenMs, signal }: CallTime,
): Promise<ExecutionResult> {
  const { url, maxResponseBytes } = options;
  const body = call.asBody();
  const path = url.pathname + url.search;
  const requestTimeout = { [REQUEST_TIMEOUT_HEADER]: String(Math.ceil(givenMs)) };
  const response = await pool.request({
    method: 'POST',
    path,
    headers: { ...headersFor(options, call, body), ...requestTimeout },
    body,
    signal,
  });
  const { statusCode, headers } = response;
  if (statusCode < 200 || statusCode > 299) {
    discard(response);
    throw new ExchangeFailed('REFUSED', traitsOf(statusCode, TURNED_AWAY_HEADER in headers), `status ${statusCode}`);
  }
  if (!/\bjson\b/i.test(String(headers['content-type'] ?? ''))) {
    discard(response);
    throw new ExchangeFailed('MALFORMED', MALFORMED, `content type ${headers['content-type']}`);
  }
  return resultFrom(await bounded(response, maxResponseBytes));
}

/** Bad gateway, unavailable, gateway timeout: what proxies and servers say of a moment. */
const PASSING_STATUSES = new Set([502, 503, 504]);

function traitsOf(status: number, isTurnedAway: boolean): FailureTraits {
  return {
    // A proxy's 503 may come after the call had reached the subgraph; only the subgraph's own word is proof that it did not act.
    mayHaveActed: status >= 500 && !isTurnedAway,
    isPassing: PASSING_STATUSES.has(status),
    verdict: status >= 500 ? 'faulty' : 'alive',
  };
}

function headersFor({ url, key, clock }: HttpTransportOptions, call: OutgoingCall, body: string): Record<string, string> {
  const plain = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    'x-request-id': call.context.requestId,
    'accept-language': call.context.locale === 'en' ? 'en' : 'zh-CN',
  };
  if (!key) return plain;
  return { ...plain, ...signCall({ key, method: 'POST', path: url.pathname + url.search, body, context: call.context, clock }) };
}

/** The body's text, cut off as soon as it is too large: a subgraph's mistake must not become the gateway's memory. */
async function bounded({ body }: Dispatcher.ResponseData, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    // It may be the client that asked for too much, and its next question must still be answered.
    if (size > maxBytes) throw new ExchangeFailed('TOO_LARGE', { mayHaveActed: true, verdict: 'alive' }, `more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return (chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString('utf8');
}

/** Frees the connection without reading what nobody wants. */
function discard({ body }: Dispatcher.ResponseData): void {
  body.dump().catch(() => {});
}

function resultFrom(text: string): ExecutionResult {
  let result: unknown;
  try {
    result = JSON.parse(text);
  } catch {
    throw new ExchangeFailed('MALFORMED', MALFORMED, 'not JSON');
  }
  if (!isResult(result)) throw new ExchangeFailed('MALFORMED', MALFORMED, 'not a GraphQL result');
  return result;
}

/** Failures before a byte was sent: the subgraph cannot have acted. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_DESTROYED',
  'UND_ERR_CLOSED',
]);

/** What came back was not HTTP, or not as it announced itself. */
const NOT_HTTP = /^(HPE_|UND_ERR_HEADERS_OVERFLOW|UND_ERR_RES_)/;

/** What the request's failure means, and its cause for the log. */
function failureOf(error: unknown, timeout: SubgraphUnavailable): [SubgraphUnavailable, string] {
  if (error instanceof ExchangeFailed) return [new SubgraphUnavailable(error.failure, error.traits), error.message];
  if (error instanceof DeadlinePassed) return [timeout, 'timed out'];
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (NOT_HTTP.test(code)) return [new SubgraphUnavailable('MALFORMED', MALFORMED), code];
  const traits: FailureTraits = { mayHaveActed: !NEVER_SENT.has(code), isPassing: true, verdict: 'faulty' };
  return [new SubgraphUnavailable('UNREACHABLE', traits), code || message];
}
