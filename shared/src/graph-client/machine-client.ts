import { setTimeout as pause } from 'node:timers/promises';
import { getOperationAST, OperationTypeNode, parse } from 'graphql';
import { v7 as uuid } from 'uuid';
import { REQUEST_TIMEOUT_HEADER } from '../request-timeout';
import { answerIn } from './answer';
import { DIVISIONS_HEADER } from './divisions-header';
import { AnswerTooLarge, type Entrance } from './entrance';
import { type AskOptions, type GraphClient, GraphUnanswered } from './graph-client';

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
  constructor(private readonly options: MachineClientOptions) {}

  async ask<T>(query: string, variables: object = {}, options: AskOptions = {}): Promise<T> {
    checkQuery(query, options.operationName);
    const { timeoutMs = DEFAULT_TIMEOUT_MS } = this.options;
    const deadline = Date.now() + timeoutMs;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return (await this.attempt(query, variables, options, deadline)) as T;
      } catch (error) {
        const unanswered = unansweredOf(error);
        const pauseMs = SHORTEST_PAUSE_MS * 2 ** attempt * (1 + Math.random());
        if (unanswered.kind !== 'UNREACHABLE' || attempt === ATTEMPTS || Date.now() + pauseMs >= deadline) throw unanswered;
        await pause(pauseMs);
      }
    }
  }

  private async attempt(query: string, variables: object, { operationName, within }: AskOptions, deadline: number) {
    const { entrance, token, maxBytes = DEFAULT_MAX_BYTES } = this.options;
    const leftMs = Math.max(1, deadline - Date.now());
    const headers = {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      'accept-language': 'zh-CN',
      authorization: `Bearer ${await token().catch(unreadable)}`,
      'x-request-id': uuid(),
      [REQUEST_TIMEOUT_HEADER]: String(leftMs),
      ...(within && { [DIVISIONS_HEADER]: within.join(',') }),
    };
    const body = JSON.stringify({ query, variables, ...(operationName !== undefined && { operationName }) });
    const signal = AbortSignal.timeout(leftMs);
    return answerIn(await Promise.race([entrance({ headers, body, maxBytes, signal }), passed(signal)]));
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

function passed(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }));
}

function unansweredOf(error: unknown): GraphUnanswered {
  if (error instanceof GraphUnanswered) return error;
  if (error instanceof AnswerTooLarge) return new GraphUnanswered('MALFORMED', 'TOO_LARGE', error.message);
  const { name, message, cause } = error as Error & { readonly cause?: { readonly code?: string } };
  return new GraphUnanswered('UNREACHABLE', name === 'TimeoutError' ? 'TIMED_OUT' : 'GATEWAY_UNREACHABLE', cause?.code ?? message, {
    cause: error,
  });
}
