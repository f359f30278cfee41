import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@township-graph/shared/log';
import { parse, validate } from 'graphql';
import type { LoadedSupergraph } from './execution/loaded-supergraph';
import { sha256Of } from './guard/document-manifest';
import type { OperationGuard } from './guard/operation-guard';

export interface WarmUpOptions {
  /** Texts that will be asked for. */
  listed(): Iterable<string>;
  readonly operations: Pick<OperationGuard, 'foresee' | 'foreseen'>;
  readonly log: Logger;
}

export interface WarmingOptions {
  /** Whether requests are answered meanwhile: they get at least every other moment. */
  readonly isServing: boolean;
  /** Ends it early. */
  readonly signal: AbortSignal;
}

/** With more, the first would be forgotten again for the sake of the last. */
const MOST_CHARACTERS = 256 * 1024;
/** No supergraph waits longer than this to serve; what is left is compiled when it is asked for. */
const LONGEST_MS = 10_000;

/** Compiles persisted documents for a supergraph before it serves them, so that their first readers need not wait for it. */
export class WarmUp {
  private relisted = new AbortController();

  constructor(private readonly options: WarmUpOptions) {}

  /** One document in each turn of the event loop. Never fails: what does not fit the schema is logged and left out. */
  async of(supergraph: LoadedSupergraph, { isServing, signal }: WarmingOptions): Promise<void> {
    const started = performance.now();
    let characters = 0;
    let compiled = 0;
    let unfit = 0;
    for (const text of this.options.listed()) {
      characters += text.length;
      if (signal.aborted || characters > MOST_CHARACTERS || performance.now() - started > LONGEST_MS) break;
      const began = performance.now();
      if (this.warm(supergraph, text)) compiled += 1;
      else unfit += 1;
      await (isServing ? pause(performance.now() - began) : nextTurn());
    }
    if (characters > 0)
      this.options.log.info({ compiled, unfit, ms: Math.round(performance.now() - started) }, 'persisted documents compiled');
  }

  /** For a supergraph that serves, when another list has come. */
  relist(supergraph: LoadedSupergraph | null): void {
    this.stop();
    this.relisted = new AbortController();
    if (supergraph) void this.of(supergraph, { isServing: true, signal: this.relisted.signal });
  }

  stop(): void {
    this.relisted.abort();
  }

  private warm(supergraph: LoadedSupergraph, text: string): boolean {
    const { operations, log } = this.options;
    try {
      // Measured first, as a request is: validation and planning can be kept busy by what is too large.
      const document = operations.foresee(text) ?? parse(text);
      const [error] = validate(supergraph.schema, document, undefined, { maxErrors: 1 });
      if (error) throw error;
      // Read again, with the places of everything: what is wrong with variables is told with them.
      supergraph.compileAhead(text, parse(text));
      operations.foreseen(text);
      return true;
    } catch (error) {
      log.warn({ sha256: sha256Of(text), cause: (error as Error).message }, 'a persisted document cannot be compiled ahead');
      return false;
    }
  }
}
