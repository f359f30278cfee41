import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { databaseFaultOf } from './command/database-faults';
import { maskPersonalData } from './masking';

/** The closed list of error codes a client can meet in `extensions.code`. */
export const ERROR_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'RATE_LIMITED',
  'OPERATION_REFUSED',
  'SUBGRAPH_UNAVAILABLE',
  'RESULT_UNKNOWN',
  'INTERNAL_SERVER_ERROR',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** The language a message is written in; Chinese unless the client asks for English. */
export type Locale = 'zh' | 'en';

export interface BilingualText {
  readonly zh: string;
  readonly en: string;
}

/**
 * A refusal that the client is meant to read. Anything else that is thrown is a bug and is masked.
 *
 * `reason` is the domain's word for the refusal (`MALFORMED_DIVISION_CODE`), `details` the data a client
 * needs to react. Neither may carry personal data: both are sent and logged as they stand.
 */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly reason: string,
    readonly text: BilingualText,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(text.en);
    this.name = 'DomainError';
  }
}

/** The same words whether the row is missing or not the viewer's to see, so that ids cannot be probed. */
export class NotFound extends DomainError {
  constructor(thing: BilingualText) {
    super('NOT_FOUND', 'NOT_FOUND', { zh: `未找到${thing.zh}`, en: `${thing.en} not found` });
  }
}

type Details = Readonly<Record<string, unknown>>;

/** What was sent cannot be, whatever else is there. */
export const badInput = (reason: string, text: BilingualText, details?: Details) =>
  new DomainError('BAD_USER_INPUT', reason, text, details);

/** What is there already stands against it. */
export const conflict = (reason: string, text: BilingualText, details?: Details) => new DomainError('CONFLICT', reason, text, details);

/** The words for what must not be explained to a client. */
const MASKED: Readonly<Record<'INTERNAL_SERVER_ERROR' | 'SUBGRAPH_UNAVAILABLE', BilingualText>> = {
  INTERNAL_SERVER_ERROR: { zh: '服务内部错误，请凭请求编号联系运维', en: 'Internal error; quote the request id to support' },
  SUBGRAPH_UNAVAILABLE: { zh: '部分数据暂时不可用，请稍后重试', en: 'Part of the data is unavailable for now; try again later' },
};

export function maskedText(code: 'INTERNAL_SERVER_ERROR' | 'SUBGRAPH_UNAVAILABLE', locale: Locale): string {
  return MASKED[code][locale];
}

/** Codes that graphql-js and Apollo Server use for what we call bad input. */
const INPUT_CODES = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE']);

const isKnown = (code: unknown): code is ErrorCode => ERROR_CODES.includes(code as ErrorCode);

/** Finds the refusal behind whatever layers of GraphQLError were wrapped around it. */
export function refusalBehind(error: unknown): DomainError | null {
  let cause: unknown = error;
  for (let depth = 0; depth < 5 && cause instanceof Error; depth += 1) {
    if (cause instanceof DomainError) return cause;
    cause = (cause as GraphQLError).originalError ?? cause.cause;
  }
  return null;
}

/**
 * The one place where an error becomes what a client reads.
 *
 * Refusals keep code, reason and details. Errors of the query itself (syntax, unknown field, wrong type) keep
 * their message under BAD_USER_INPUT. Everything else is masked, and `onBug` gets the original for the log.
 * A message may repeat what the caller sent, so numbers of persons are taken out of it.
 */
export function formatError(error: unknown, locale: Locale, requestId: string, onBug: (error: unknown) => void): GraphQLFormattedError {
  const formatted = formattedError(error, locale, requestId, onBug);
  return {
    ...formatted,
    message: maskPersonalData(formatted.message),
    ...(formatted.extensions && { extensions: maskedDetails(formatted.extensions) }),
  };
}

function maskedDetails(extensions: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return JSON.parse(maskPersonalData(JSON.stringify(extensions))) as Record<string, unknown>;
}

function formattedError(error: unknown, locale: Locale, requestId: string, onBug: (error: unknown) => void): GraphQLFormattedError {
  const graphql = error instanceof GraphQLError ? error : null;
  const place = { ...(graphql?.locations && { locations: graphql.locations }), ...(graphql?.path && { path: graphql.path }) };
  const refusal = refusalBehind(error);
  if (refusal) {
    const extensions = { ...refusal.details, code: refusal.code, reason: refusal.reason, requestId };
    return { message: refusal.text[locale], ...place, extensions };
  }
  const { code, reason } = graphql?.extensions ?? {};
  if (graphql && isWordOfTheQuery(graphql)) {
    // graphql-js speaks English only: its words stay, for they name the place, behind a sentence in the reader's language.
    return {
      message: locale === 'zh' ? `请求有误：${graphql.message}` : graphql.message,
      ...place,
      extensions: { code: 'BAD_USER_INPUT', reason: reason ?? code ?? 'INVALID_OPERATION', requestId },
    };
  }
  if (graphql && isKnown(code) && code !== 'INTERNAL_SERVER_ERROR' && code !== 'SUBGRAPH_UNAVAILABLE') {
    return { message: graphql.message, ...place, extensions: { ...withoutInternals(graphql.extensions), requestId } };
  }
  const masked = code === 'SUBGRAPH_UNAVAILABLE' || hasLostDatabase(error) ? 'SUBGRAPH_UNAVAILABLE' : 'INTERNAL_SERVER_ERROR';
  onBug(error);
  return { message: maskedText(masked, locale), ...place, extensions: { code: masked, requestId } };
}

/** The database went away under a resolver: nobody's bug, and over when it is back. */
function hasLostDatabase(error: unknown): boolean {
  const cause = error instanceof GraphQLError ? error.originalError : error;
  return cause != null && databaseFaultOf(cause) === 'connection-lost';
}

/** True for what graphql-js itself says of a query: no resolver threw it, so it holds no secret. */
function isWordOfTheQuery(error: GraphQLError): boolean {
  // graphql-jit makes its errors without extensions.
  const { code, reason } = error.extensions ?? {};
  // Apollo Server gives bad variables our code, but no reason; whoever refuses with a reason has words of its own.
  if (code === 'BAD_USER_INPUT' && reason === undefined) return true;
  if (typeof code === 'string') return INPUT_CODES.has(code);
  return !error.originalError && !error.path;
}

const INTERNAL_EXTENSIONS = new Set(['serviceName', 'stacktrace', 'exception', 'response', 'http']);

export function withoutInternals(extensions: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(extensions).filter(([key]) => !INTERNAL_EXTENSIONS.has(key)));
}
