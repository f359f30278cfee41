import type { Dispatcher } from 'undici';
import { DeadlinePassed } from '../deadline';
import { endOfTurn } from './end-of-turn';
import type { Failure, FailureTraits } from './transport';

/** Carries the cause to the log, and no further. */
export class ExchangeFailed extends Error {
  constructor(
    readonly failure: Failure,
    readonly traits: FailureTraits,
    cause: string,
  ) {
    super(cause);
  }
}

/** An answer that came, and cannot be used. */
export const MALFORMED: FailureTraits = { mayHaveActed: true, verdict: 'faulty' };

export interface AnswerHead {
  readonly statusCode: number;
  header(name: string): string | undefined;
}

export interface ExchangeOptions {
  /** From connecting to the last byte. */
  readonly givenMs: number;
  readonly maxResponseBytes: number;
  resolve(text: string): void;
  reject(error: unknown): void;
  /** What the answer's head says against it; null when its body is to be read. */
  refusal(head: AnswerHead): ExchangeFailed | null;
}

/** Of this process, to whichever subgraph. */
let underWay = 0;

/**
 * One request and its answer's text, as undici's dispatcher reports them: without the stream, the iterator and the signal
 * that its comfortable calls make each time.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  private readonly timer: NodeJS.Timeout;
  private readonly chunks: Buffer[] = [];
  private size = 0;
  private isOver = false;
  private abort: ((error: Error) => void) | undefined;

  constructor(private readonly options: ExchangeOptions) {
    underWay += 1;
    // Not by a signal: undici looks at one only once a call has its connection.
    this.timer = setTimeout(() => this.fail(new DeadlinePassed()), options.givenMs);
  }

  onConnect(abort: (error?: Error) => void): void {
    this.abort = abort;
    // Given up while it waited for a connection: it must not be sent any more.
    if (this.isOver) abort(new DeadlinePassed());
  }

  onHeaders(statusCode: number, headers: Buffer[]): boolean {
    // Of an interim answer (1xx) nothing is wanted.
    if (statusCode < 200) return true;
    const refusal = this.options.refusal({ statusCode, header: (name) => headerIn(headers, name) });
    if (refusal) this.fail(refusal);
    return !refusal;
  }

  onData(chunk: Buffer): boolean {
    this.size += chunk.length;
    const { maxResponseBytes: most } = this.options;
    // A subgraph's mistake must not become the gateway's memory. It may be the client that asked for too much, and its next question must still be answered.
    if (this.size > most) this.fail(new ExchangeFailed('TOO_LARGE', { mayHaveActed: true, verdict: 'alive' }, `more than ${most} bytes`));
    else this.chunks.push(chunk);
    return !this.isOver;
  }

  onComplete(): void {
    if (this.isOver) return;
    this.end();
    const text = (this.chunks.length === 1 ? this.chunks[0]! : Buffer.concat(this.chunks)).toString('utf8');
    // Where others are under way, answers that come together are gone on with together, and what is sent next goes out together: it takes a
    // fifth less than one by one.
    if (underWay === 0) this.options.resolve(text);
    else endOfTurn().then(() => this.options.resolve(text));
  }

  onError(error: Error): void {
    if (this.isOver) return;
    this.end();
    this.options.reject(error);
  }

  private fail(error: Error): void {
    if (this.isOver) return;
    this.end();
    this.options.reject(error);
    this.abort?.(error);
  }

  private end(): void {
    underWay -= 1;
    this.isOver = true;
    clearTimeout(this.timer);
  }
}

/** Names and values in turns. */
function headerIn(headers: readonly Buffer[], name: string): string | undefined {
  for (let index = 0; index + 1 < headers.length; index += 2) {
    const given = headers[index]!;
    if (given.length === name.length && given.toString('latin1').toLowerCase() === name) return headers[index + 1]!.toString('latin1');
  }
  return undefined;
}
