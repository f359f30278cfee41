import type { RequestContext } from '@township-graph/shared/context';
import { DomainError } from '@township-graph/shared/errors';
import { Deadline } from '../deadline';
import type { LoadedSupergraph } from '../execution/loaded-supergraph';
import { travelling } from '../federation';
import type { CostedOperation } from '../guard/operation-cost';
import { type Feed, type FeedPage, feedsIn } from './feeds';

export interface FeedReaderOptions {
  /** In use; null before one is loaded. */
  supergraph(): LoadedSupergraph | null;
  /** Takes what a reading costs from its reader's budget, or throws. */
  charge(operation: CostedOperation, context: RequestContext, address: string): Promise<void>;
  readonly timeoutMs: number;
}

/** Which part of a feed. */
export interface Reading {
  readonly after: string | null;
  readonly types: readonly string[] | null;
  readonly first: number;
}

/** Reads feeds as their viewer would by a request of its own: planned, executed and paid for likewise. */
export class FeedReader {
  constructor(private readonly options: FeedReaderOptions) {}

  /** By their names. */
  feeds(): ReadonlyMap<string, Feed> {
    const supergraph = this.options.supergraph();
    return supergraph ? feedsIn(supergraph.schema) : new Map();
  }

  /** Throws what the reader is to be told instead. */
  async read(name: string, reading: Reading, context: RequestContext, address: string): Promise<FeedPage> {
    const supergraph = this.options.supergraph();
    const feed = this.feeds().get(name);
    if (!supergraph || !feed) throw notServed();
    const { text, document } = feed;
    const compiled = supergraph.compile(text, document, undefined);
    const operation = document.definitions.find((definition) => definition.kind === 'OperationDefinition')!;
    const variables = { ...reading };
    await this.options.charge({ document, operation, variables }, context, address);
    const prepared = compiled.prepare(variables);
    if (!('run' in prepared)) throw prepared[0];
    const { data, errors } = await prepared.run({ context: travelling(context), deadline: Deadline.in(this.options.timeoutMs) });
    if (errors?.length) throw errors[0];
    const page = data?.feed as FeedPage | null | undefined;
    if (!page) throw notServed();
    return page;
  }
}

/** A supergraph came into use that does not offer it; another may again. */
function notServed(): DomainError {
  return new DomainError('SUBGRAPH_UNAVAILABLE', 'FEED_NOT_SERVED', {
    zh: '该变更流暂不可用',
    en: 'This feed is not to be had for now',
  });
}
