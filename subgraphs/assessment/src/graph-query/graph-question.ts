import { createHash } from 'node:crypto';
import type { Clock } from '@township-graph/shared/clock';
import { DomainError } from '@township-graph/shared/errors';
import { type GraphClient, GraphUnanswered } from '@township-graph/shared/graph-client/graph-client';
import { queryNotTried, queryRefused } from './graph-query.errors';
import type { StatedQuery } from './graph-query.rules';
import { numberAt, pathOf } from './result-path';

/** What a query is asked about, and the divisions that its answer is to stay within. */
export interface Question extends StatedQuery {
  readonly variables: Readonly<Record<string, string>>;
  readonly within: readonly string[];
}

/** What the graph answered, kept as it came: who doubts a score reads there what it was made of. */
export interface Answered {
  /** The number; null when there is none, and then the indicator is not scored. */
  readonly value: string | null;
  /** Why there is none: the graph's own word, such as SUBGRAPH_TIMED_OUT, or NO_VALUE where the answer has nothing at the path. */
  readonly failure: string | null;
  /** As JSON, cut off where it is long; null when nothing came. */
  readonly answer: string | null;
  /** SHA-256 of the whole answer, in hexadecimal. */
  readonly answerDigest: string | null;
  readonly askedAt: Date;
}

/** Of an answer, as many characters are kept; the number itself is kept besides. */
const KEPT_CHARACTERS = 8000;

/** Asks the graph for numbers, as the machine that the client is. */
export class GraphQuestions {
  constructor(
    private readonly graph: GraphClient | null,
    private readonly clock: Clock,
  ) {}

  /** Never throws: what was not answered whole is told as such, and nothing is made up in its place. */
  async answer(question: Question): Promise<Answered> {
    const askedAt = this.clock();
    try {
      const data = await this.ask(question);
      const answer = JSON.stringify(data);
      const kept = { answer: answer.slice(0, KEPT_CHARACTERS), answerDigest: createHash('sha256').update(answer).digest('hex'), askedAt };
      return { ...kept, ...valueIn(data, question.path) };
    } catch (error) {
      if (!(error instanceof GraphUnanswered)) throw error;
      return { value: null, failure: error.reason, answer: null, answerDigest: null, askedAt };
    }
  }

  /** Asks once before a query is saved: what the graph refuses, or what is no number, becomes no indicator. */
  async tryOut(question: Question): Promise<void> {
    try {
      numberAt(await this.ask(question), pathOf(question.path));
    } catch (error) {
      if (!(error instanceof GraphUnanswered)) throw error;
      throw error.kind === 'UNREACHABLE' ? queryNotTried(error.reason) : queryRefused(error.reason, error.message);
    }
  }

  private ask({ query, variables, within }: Question): Promise<Readonly<Record<string, unknown>>> {
    if (!this.graph) throw new GraphUnanswered('UNREACHABLE', 'NO_GRAPH');
    return this.graph.ask(query, variables, { within });
  }
}

function valueIn(data: unknown, path: string): Pick<Answered, 'value' | 'failure'> {
  try {
    const value = numberAt(data, pathOf(path));
    return { value, failure: value === null ? 'NO_VALUE' : null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { value: null, failure: error.reason };
  }
}
