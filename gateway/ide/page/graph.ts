import { language, locale } from './language';
import { Setting } from './setting';
import { token } from './token';
import { WORDS } from './words';

/** A GraphQL request as GraphiQL hands it over. */
export interface GraphRequest {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: unknown;
}

/** A GraphQL answer: GraphiQL and Voyager read it, we only pass it on. */
export interface GraphAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string }[];
}

/** How the last request went: its HTTP status, duration, size, and how many errors the answer names. */
export interface Exchange {
  readonly operationName: string | null;
  readonly status: number;
  readonly milliseconds: number;
  readonly bytes: number;
  readonly errors: number;
  readonly requestId: string | null;
}

/** The last request that the reader ran. */
export const lastExchange = new Setting<Exchange | null>(null);

/** Sends a request to the graph of our own origin, as the token's holder, in the page's language. */
export async function askGraph(request: GraphRequest): Promise<GraphAnswer> {
  return (await send(request, {})).answer;
}

/** The same for a request that the reader runs: with the headers of its tab, and noted in `lastExchange`. */
export async function runForReader(request: GraphRequest, headers: Record<string, string>): Promise<GraphAnswer> {
  const { answer, exchange } = await send({ ...request, operationName: nameIn(request) }, headers);
  lastExchange.write(exchange);
  return answer;
}

/**
 * The operation to run. GraphiQL learns a tenth of a second late that the text has changed, and until then names an
 * operation of the text before: whoever opens a tab and runs it at once would be told that there is no such operation.
 */
function nameIn({ query, operationName }: GraphRequest): string | null {
  const names = [...query.matchAll(/^\s*(?:query|mutation|subscription)\s+(\w+)/gm)].map(([, name]) => name ?? null);
  return names.find((name) => name === operationName) ?? names[0] ?? null;
}

/** Whatever happens, the caller gets a GraphQL answer; a refusal is one of its errors. */
async function send(request: GraphRequest, headers: Record<string, string>): Promise<{ answer: GraphAnswer; exchange: Exchange | null }> {
  const words = WORDS[language.read()];
  const startedAt = performance.now();
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { ...requestHeaders(), ...headers },
      body: JSON.stringify(request),
    });
    const text = await response.text();
    const answer = readAnswer(text) ?? { errors: [{ message: words.notJson(response.status) }] };
    const exchange = {
      operationName: request.operationName ?? null,
      status: response.status,
      milliseconds: Math.round(performance.now() - startedAt),
      bytes: new TextEncoder().encode(text).length,
      errors: answer.errors?.length ?? 0,
      requestId: response.headers.get('x-request-id'),
    };
    return { answer, exchange };
  } catch {
    return { answer: { errors: [{ message: words.unreachable }] }, exchange: null };
  }
}

function readAnswer(text: string): GraphAnswer | null {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null ? (answer as GraphAnswer) : null;
  } catch {
    return null;
  }
}

function requestHeaders(): Record<string, string> {
  const held = token.read();
  return {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json;q=0.9',
    'accept-language': locale(),
    ...(held ? { authorization: `Bearer ${held}` } : {}),
  };
}
