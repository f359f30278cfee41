import { setTimeout as pause } from 'node:timers/promises';
import { getOperationAST, OperationTypeNode, parse } from 'graphql';
import { v7 as uuid } from 'uuid';
import { REQUEST_TIMEOUT_HEADER } from '../request-timeout';
import { dataIn } from './answer';
import { DIVISIONS_HEADER } from './divisions-header';
import { AnswerTooLarge, type Entrance } from './entrance';
import { type AskOptions, type GraphClient, GraphUnanswered } from './graph-client';
import { type Question, QuestionsTogether } from './questions-together';

export interface MachineClientOptions {
  readonly entrance: Entrance;
  /** The bearer token of the machine's identity, asked for each time: tokens are renewed. */
  readonly token: () => Promise<string>;
  /** For a question with all its attempts. */
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
}

const DEFAULT_TIMEOUT_MS = 15_000;
const DEFAULT_MAX_BYTES = 4 * 1024 * 1024;
const ATTEMPTS = 3;
const SHORTEST_PAUSE_MS = 100;

/** A machine that asks, and changes nothing: what follows from an answer is its own subgraph's to do. */
export class MachineClient implements GraphClient {
  private readonly together: QuestionsTogether;

  constructor(private readonly options: MachineClientOptions) {
    const { entrance, maxBytes = DEFAULT_MAX_BYTES } = options;
    this.together = new QuestionsTogether({ entrance, maxBytes, headersOf: (question, leftMs) => this.headersOf(question, leftMs) });
  }

  async ask<T>(query: string, variables: object = {}, { operationName, within }: AskOptions = {}): Promise<T> {
    checkQuery(query, operationName);
    const { timeoutMs = DEFAULT_TIMEOUT_MS } = this.options;
    const deadline = Date.now() + timeoutMs;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return dataIn(await this.together.ask({ query, variables, operationName, within, deadline })) as T;
      } catch (error) {
        const unanswered = unansweredOf(error);
        const pauseMs = SHORTEST_PAUSE_MS * 2 ** attempt * (1 + Math.random());
        if (unanswered.kind !== 'UNREACHABLE' || attempt === ATTEMPTS || Date.now() + pauseMs >= deadline) throw unanswered;
        await pause(pauseMs);
      }
    }
  }

  private async headersOf({ within }: Question, leftMs: number): Promise<Readonly<Record<string, string>>> {
    const { token } = this.options;
    return {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      'accept-language': 'zh-CN',
      authorization: `Bearer ${await token().catch(unreadable)}`,
      'x-request-id': uuid(),
      [REQUEST_TIMEOUT_HEADER]: String(leftMs),
      ...(within && { [DIVISIONS_HEADER]: within.join(',') }),
    };
  }
}

/** A mutation may not be sent twice, and a machine has none to send. */
function checkQuery(query: string, operationName: string | undefined): void {
  let operation: OperationTypeNode | undefined;
  try {
    operation = getOperationAST(parse(query), operationName)?.operation;
  } catch (error) {
    throw new GraphUnanswered('REFUSED', 'NOT_PARSED', (error as Error).message);
  }
  if (operation !== OperationTypeNode.QUERY) throw new GraphUnanswered('REFUSED', 'NOT_A_QUERY');
}

function unreadable(error: Error): never {
  throw new GraphUnanswered('REFUSED', 'TOKEN_UNREADABLE', error.message, { cause: error });
}

function unansweredOf(error: unknown): GraphUnanswered {
  if (error instanceof GraphUnanswered) return error;
  if (error instanceof AnswerTooLarge) return new GraphUnanswered('MALFORMED', 'TOO_LARGE', error.message);
  const { name, message, cause } = error as Error & { readonly cause?: { readonly code?: string } };
  return new GraphUnanswered('UNREACHABLE', name === 'TimeoutError' ? 'TIMED_OUT' : 'GATEWAY_UNREACHABLE', cause?.code ?? message, {
    cause: error,
  });
}
