import { type GraphClient, GraphUnanswered } from '../src/graph-client/graph-client';

/** What somebody's feed tells of, in a test. */
export interface MadeUpEvent {
  readonly cursor: string;
  readonly type: string;
  readonly subjectId: string;
  readonly payload?: object;
  readonly isTombstone?: boolean;
}

/** The feed of a subgraph that there is not, as the graph would tell of it, a few events a page. */
export class MadeUpFeed implements GraphClient {
  /** As long as it is not null, this is what comes of every question. */
  failure: Error | null = null;
  asked = 0;

  constructor(
    readonly events: MadeUpEvent[],
    private readonly pageSize = 7,
    private readonly subjectType = 'Ledger',
  ) {}

  async ask<T>(_query: string, variables: object = {}): Promise<T> {
    const { after, types } = variables as { after: string | null; types: readonly string[] };
    this.asked += 1;
    if (this.failure) throw this.failure;
    const at = after === null ? 0 : this.events.findIndex(({ cursor }) => cursor === after) + 1;
    if (after !== null && at === 0) throw new GraphUnanswered('REFUSED', 'CURSOR_UNKNOWN');
    const wanted = this.events.slice(at).filter(({ type, isTombstone }) => isTombstone || types.includes(type));
    const nodes = wanted.slice(0, this.pageSize).map(({ payload = {}, isTombstone = false, ...event }) => ({
      ...event,
      subjectType: this.subjectType,
      divisionCode: isTombstone ? null : '410225201',
      at: '2026-11-26T01:00:00.000Z',
      payload: isTombstone ? null : JSON.stringify(payload),
      isTombstone,
      requestId: `request-${event.cursor}`,
    }));
    const hasNextPage = wanted.length > nodes.length;
    const endCursor = hasNextPage ? nodes.at(-1)!.cursor : (this.events.at(-1)?.cursor ?? after);
    return { feed: { nodes, endCursor, hasNextPage } } as T;
  }
}

/** The feed of somebody who wants so many entries in the ledger `l-1`. */
export function entriesWanted(count: number): MadeUpEvent[] {
  return Array.from({ length: count }, (_, index) => ({ cursor: `event-${index + 1}`, type: 'ENTRY_WANTED', subjectId: 'l-1' }));
}
