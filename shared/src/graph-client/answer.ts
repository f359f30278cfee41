import type { EntranceAnswer } from './entrance';
import { GraphUnanswered, type Unanswered } from './graph-client';

interface ErrorTold {
  readonly message?: string;
  readonly extensions?: { readonly code?: string; readonly reason?: string };
}

/** What a proxy or the gateway says of a moment. */
const PASSING_STATUSES = new Set([429, 500, 502, 503, 504]);
const PASSING_CODES = new Set(['SUBGRAPH_UNAVAILABLE', 'RATE_LIMITED', 'INTERNAL_SERVER_ERROR']);

/** What came, parsed. */
export interface AnswerBody {
  readonly status: number;
  readonly body: unknown;
}

export function bodyIn({ status, text }: EntranceAnswer): AnswerBody {
  try {
    return { status, body: JSON.parse(text) };
  } catch {
    throw notAnAnswer(status);
  }
}

/** Whether the next moment may have a better one, whatever was asked. */
export const isPassing = ({ status }: AnswerBody): boolean => PASSING_STATUSES.has(status);

/** The data of an answer that is whole; throws what it is otherwise. */
export function dataIn({ status, body }: AnswerBody): Readonly<Record<string, unknown>> {
  if (!isRecord(body)) throw notAnAnswer(status);
  const { data, errors = [] } = body;
  if (!Array.isArray(errors) || !errors.every(isRecord)) throw notAnAnswer(status);
  if (errors.length > 0) throw failureOf(status, errors, isRecord(data));
  if (!isRecord(data)) throw notAnAnswer(status);
  return data;
}

function notAnAnswer(status: number): GraphUnanswered {
  return new GraphUnanswered(PASSING_STATUSES.has(status) ? 'UNREACHABLE' : 'MALFORMED', `STATUS_${status}`);
}

/** The error that says most is told: that somebody could not be reached, before what was refused besides. */
function failureOf(status: number, errors: readonly ErrorTold[], hasData: boolean): GraphUnanswered {
  const passing = errors.find(({ extensions }) => PASSING_CODES.has(extensions?.code ?? ''));
  const { message, extensions } = passing ?? errors[0]!;
  const kind: Unanswered = passing || PASSING_STATUSES.has(status) ? 'UNREACHABLE' : hasData ? 'PARTIAL' : 'REFUSED';
  return new GraphUnanswered(kind, extensions?.reason ?? extensions?.code ?? `STATUS_${status}`, message);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
