/** Asks the whole graph on behalf of a subgraph: a machine with an identity of its own, by the same door as everybody. */
export interface GraphClient {
  /** What a query answers, whole. Throws {@link GraphUnanswered} and nothing else. */
  ask<T = Readonly<Record<string, unknown>>>(query: string, variables?: object, options?: AskOptions): Promise<T>;
}

export interface AskOptions {
  readonly operationName?: string;
  /** The answer is to hold what lies in these divisions and nothing else, however many more the machine may see. */
  readonly within?: readonly string[];
}

/**
 * `UNREACHABLE`: nobody answered, or not all who were needed; the next attempt may find it otherwise. `REFUSED`: the graph does not
 * answer this to this asker. `PARTIAL`: some of it came. `MALFORMED`: what came is no answer, or too large a one.
 */
export type Unanswered = 'UNREACHABLE' | 'REFUSED' | 'PARTIAL' | 'MALFORMED';

/** A question that was not answered whole. Says why in the graph's own words, and nothing of what was answered. */
export class GraphUnanswered extends Error {
  constructor(
    readonly kind: Unanswered,
    /** The domain's word, such as SUBGRAPH_TIMED_OUT or CURSOR_UNKNOWN. */
    readonly reason: string,
    message = '',
    options?: ErrorOptions,
  ) {
    super(`the graph did not answer: ${kind} ${reason}${message && ` (${message})`}`, options);
    this.name = 'GraphUnanswered';
  }
}
