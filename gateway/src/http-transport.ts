import type { Clock } from '@township-graph/shared/clock';
import type { Logger } from '@township-graph/shared/log';
import { type SigningKey, signCall } from '@township-graph/shared/signature';
import type { SubgraphCall } from '@township-graph/shared/subgraph-call';
import type { ExecutionResult } from 'graphql';
import { type Dispatcher, Pool } from 'undici';
import { type Failure, type SubgraphTransport, SubgraphUnavailable } from './transport';

export interface HttpTransportOptions {
  readonly url: URL;
  /** Signs each call; without one, as to someone else's subgraph, calls go out unsigned and carry no identity. */
  readonly key: SigningKey | null;
  /** For the whole call, from connecting to the last byte. */
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
  readonly clock: Clock;
  /** Knows the subgraph's name. */
  readonly log: Logger;
}

const CONNECTIONS = 128;

/** Calls a subgraph over kept-alive connections. Never follows redirects: an identity must not travel where nobody configured it to. */
export function httpTransport(options: HttpTransportOptions): SubgraphTransport {
  const { url, timeoutMs, log } = options;
  // The deadline below covers the whole call, so undici's own per-phase timers are off.
  const pool = new Pool(url.origin, { connections: CONNECTIONS, headersTimeout: 0, bodyTimeout: 0, connect: { timeout: timeoutMs } });
  return {
    async send(call) {
      const deadline = new AbortController();
      const timer = setTimeout(() => deadline.abort(), timeoutMs);
      try {
        return await exchange(pool, options, call, deadline.signal);
      } catch (error) {
        const failed = error instanceof ExchangeFailed ? error : failureOf(error, deadline.signal.aborted);
        log.warn({ requestId: call.context.requestId, failure: failed.failure, cause: failed.message }, 'subgraph call failed');
        throw new SubgraphUnavailable(failed.failure, failed.mayHaveActed);
      } finally {
        clearTimeout(timer);
      }
    },
    close: () => pool.close(),
  };
}

/** Carries the cause to the log, and no further. */
class ExchangeFailed extends Error {
  constructor(
    readonly failure: Failure,
    readonly mayHaveActed: boolean,
    cause: string,
  ) {
    super(cause);
  }
}

async function exchange(pool: Pool, options: HttpTransportOptions, call: SubgraphCall, signal: AbortSignal): Promise<ExecutionResult> {
  const { url, maxResponseBytes } = options;
  const body = JSON.stringify({ query: call.query, operationName: call.operationName, variables: call.variables });
  const path = url.pathname + url.search;
  const response = await pool.request({ method: 'POST', path, headers: headersFor(options, call, body), body, signal });
  const { statusCode, headers } = response;
  if (statusCode < 200 || statusCode > 299) {
    discard(response);
    throw new ExchangeFailed('REFUSED', statusCode >= 500, `status ${statusCode}`);
  }
  if (!/\bjson\b/i.test(String(headers['content-type'] ?? ''))) {
    discard(response);
    throw new ExchangeFailed('MALFORMED', true, `content type ${headers['content-type']}`);
  }
  return resultFrom(await bounded(response, maxResponseBytes));
}

function headersFor({ url, key, clock }: HttpTransportOptions, call: SubgraphCall, body: string): Record<string, string> {
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
    if (size > maxBytes) throw new ExchangeFailed('TOO_LARGE', true, `more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return (chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString('utf8');
}

/** Frees the connection without reading what nobody wants. */
function discard({ body }: Dispatcher.ResponseData): void {
  body.dump().catch(() => {});
}

function resultFrom(text: string): ExecutionResult {
  let result: ExecutionResult | null;
  try {
    result = JSON.parse(text) as ExecutionResult | null;
  } catch {
    throw new ExchangeFailed('MALFORMED', true, 'not JSON');
  }
  const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
  const { data, errors } = result ?? {};
  const isResult = isObject(result) && (data == null || isObject(data)) && (errors == null || Array.isArray(errors)) && (data ?? errors);
  if (!isResult) throw new ExchangeFailed('MALFORMED', true, 'not a GraphQL result');
  return result!;
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

function failureOf(error: unknown, isTimedOut: boolean): ExchangeFailed {
  if (isTimedOut) return new ExchangeFailed('TIMED_OUT', true, 'timed out');
  const { code, message } = error as NodeJS.ErrnoException;
  return new ExchangeFailed('UNREACHABLE', !NEVER_SENT.has(code ?? ''), code ?? message);
}
