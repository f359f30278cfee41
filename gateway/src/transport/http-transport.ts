import type { Clock } from '@township-graph/shared/clock';
import type { Logger } from '@township-graph/shared/log';
import { REQUEST_TIMEOUT_HEADER } from '@township-graph/shared/request-timeout';
import { TURNED_AWAY_HEADER } from '@township-graph/shared/server';
import { signCall } from '@township-graph/shared/signature';
import type { SigningKey } from '@township-graph/shared/signing-key';
import { Pool } from 'undici';
import { DeadlinePassed } from '../deadline';
import { callTimeMs, timedOut } from './call-time';
import { type AnswerHead, Exchange, ExchangeFailed, MALFORMED } from './exchange';
import type { OutgoingCall } from './outgoing-call';
import { SharedReads } from './shared-reads';
import { type FailureTraits, type SubgraphTransport, SubgraphUnavailable } from './transport';

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
  // The time of the whole call is kept by the exchange, so undici's own per-phase timers are off: a byte now and then would renew them.
  const pool = new Pool(url.origin, {
    connections: CONNECTIONS,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: Math.min(timeoutMs, CONNECT_WITHIN_MS) },
  });
  const shared = new SharedReads();
  return {
    async send(call, deadline) {
      const givenMs = callTimeMs(timeoutMs, deadline);
      try {
        return await shared.read(call, givenMs, () => exchange(pool, options, call, givenMs));
      } catch (error) {
        const [unavailable, cause] = failureOf(error, timedOut(givenMs, timeoutMs));
        log.warn({ requestId: call.context.requestId, failure: unavailable.failure, cause }, 'subgraph call failed');
        throw unavailable;
      }
    },
    close: () => pool.close(),
  };
}

function exchange(pool: Pool, options: HttpTransportOptions, call: OutgoingCall, givenMs: number): Promise<string> {
  const { url, maxResponseBytes } = options;
  const body = call.asBody();
  const headers = headersFor(options, call, body);
  headers[REQUEST_TIMEOUT_HEADER] = String(Math.ceil(givenMs));
  if (call.trace) Object.assign(headers, call.trace.headers);
  return new Promise((resolve, reject) => {
    const exchanged = new Exchange({ givenMs, maxResponseBytes, resolve, reject, refusal: refusalOf });
    pool.dispatch({ method: 'POST', path: url.pathname + url.search, headers, body }, exchanged);
  });
}

/** What an answer's head says against it; null for one whose body is worth reading. */
function refusalOf({ statusCode, header }: AnswerHead): ExchangeFailed | null {
  if (statusCode < 200 || statusCode > 299)
    return new ExchangeFailed('REFUSED', traitsOf(statusCode, header(TURNED_AWAY_HEADER) !== undefined), `status ${statusCode}`);
  const type = header('content-type') ?? '';
  return /\bjson\b/i.test(type) ? null : new ExchangeFailed('MALFORMED', MALFORMED, `content type ${type}`);
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

/** A signed call says in its signature what an unsigned one says in plain: which request it belongs to, and in which language. */
function headersFor({ url, key, clock }: HttpTransportOptions, call: OutgoingCall, body: string): Record<string, string> {
  const { context } = call;
  const said = key
    ? signCall({ key, method: 'POST', path: url.pathname + url.search, body, context, clock })
    : { 'x-request-id': context.requestId, 'accept-language': context.locale === 'en' ? 'en' : 'zh-CN' };
  return { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json', ...said };
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
