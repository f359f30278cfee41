import { type ExecutionResult, type GraphQLError, Lexer, parse, Source, TokenKind } from 'graphql';
import { type DocumentSize, sizeOf } from './document-size';
import { DomainError, formatError } from './errors';
import type { SubgraphCall, SubgraphExecutor } from './subgraph-call';

/** How much one call may ask of a subgraph: above all that a gateway plans, and small enough that a stolen key cannot hold the process. */
export interface CallLimits {
  /** Entities to look up, over all `_entities` fields of the call. */
  readonly representations: number;
  readonly tokens: number;
  /** Fields and fragments, counted each time a fragment is used. */
  readonly selections: number;
  readonly depth: number;
}

/** The gateway lets an operation expect 30,000 rows, and may need another subgraph's word on each of them. */
export const DEFAULT_CALL_LIMITS: CallLimits = { representations: 30_000, tokens: 50_000, selections: 20_000, depth: 200 };

/** Texts that are measured once. A gateway's plans are few and short; longer texts are not worth keeping. */
const REMEMBERED_TEXTS = 1000;
const LONGEST_REMEMBERED = 20_000;

/** The executor, within limits: what is over one of them is neither validated nor compiled nor run. */
export function limited(execute: SubgraphExecutor, limits: CallLimits = DEFAULT_CALL_LIMITS): SubgraphExecutor {
  const measured = new Map<string, DocumentSize | null>();

  const measure = (text: string): DocumentSize | null => {
    let size = measured.get(text);
    if (size === undefined) {
      size = sizeWithin(limits, text);
      if (measured.size >= REMEMBERED_TEXTS) measured.delete(measured.keys().next().value!);
      if (text.length <= LONGEST_REMEMBERED) measured.set(text, size);
    }
    return size;
  };

  const refused = (call: SubgraphCall): ExecutionResult | null => {
    try {
      const representations = measure(call.query)?.representations(call.variables ?? {}) ?? 0;
      if (representations > limits.representations) throw new CallTooLarge('representations', limits);
      return null;
    } catch (error) {
      if (error instanceof CallTooLarge) return refusal(call, error);
      throw error;
    }
  };

  return (call) => {
    const answer = refused(call);
    return answer ? Promise.resolve(answer) : execute(call);
  };
}

/** The size of a document within the limits; null for what has no size, which the executor explains better: no document, fragments in a circle. */
function sizeWithin(limits: CallLimits, text: string): DocumentSize | null {
  if (hasMoreTokens(text, limits.tokens)) throw new CallTooLarge('tokens', limits);
  const size = measurable(text, limits);
  for (const limit of ['selections', 'depth'] as const) if (size && size[limit] > limits[limit]) throw new CallTooLarge(limit, limits);
  return size;
}

function hasMoreTokens(text: string, most: number): boolean {
  const lexer = new Lexer(new Source(text));
  try {
    for (let tokens = 0; lexer.advance().kind !== TokenKind.EOF; tokens += 1) if (tokens >= most) return true;
  } catch {
    // Not GraphQL beyond this place, so nobody will read on.
  }
  return false;
}

function measurable(text: string, limits: CallLimits): DocumentSize | null {
  try {
    return sizeOf(parse(text, { noLocation: true }));
  } catch (error) {
    // Parsing and measuring call themselves for each level: what exhausts the stack is too deep.
    if (error instanceof RangeError) throw new CallTooLarge('depth', limits);
    return null;
  }
}

class CallTooLarge extends DomainError {
  constructor(limit: keyof CallLimits, { [limit]: allowed }: CallLimits) {
    super(
      'OPERATION_REFUSED',
      'CALL_TOO_LARGE',
      {
        zh: `查询过大：对子图的单次调用 ${limit} 超过上限 ${allowed}；请减小 first 或减少嵌套`,
        en: `The operation is too large: ${limit} of one call to a subgraph above the limit of ${allowed}; ask for smaller pages or fewer levels`,
      },
      { limit, allowed },
    );
  }
}

function refusal({ context: { locale, requestId } }: SubgraphCall, error: CallTooLarge) {
  return { errors: [formatError(error, locale, requestId, () => {}) as GraphQLError] };
}
