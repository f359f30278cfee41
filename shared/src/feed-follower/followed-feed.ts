import type { GraphClient } from '../graph-client/graph-client';

/** An event of another subgraph, as its follower is told of it. */
export interface FollowedChange {
  readonly cursor: string;
  readonly type: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly divisionCode: string;
  readonly at: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly requestId: string;
}

/** Gone, as far as the follower may see: of such nothing is told but that. */
type ToldChange = Omit<FollowedChange, 'payload' | 'divisionCode'> & {
  readonly divisionCode: string | null;
  readonly payload: string | null;
  readonly isTombstone: boolean;
};

export interface FollowedPage {
  /** What is to be applied. Tombstones are not among it: followers go by what happened, and keep no copies of rows. */
  readonly changes: readonly FollowedChange[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

const PAGE = 100;

/** The feed of another subgraph, by way of the graph. */
export class FollowedFeed {
  private readonly query: string;

  constructor(
    private readonly graph: GraphClient,
    /** Its root field, such as `secondmentFeed`. */
    readonly name: string,
    private readonly types: readonly string[],
  ) {
    this.query = `query Follow($after: String, $types: [String!], $first: Int!) {
  feed: ${name}(after: $after, types: $types, first: $first) {
    nodes { cursor type subjectType subjectId divisionCode at payload isTombstone requestId }
    endCursor
    hasNextPage
  }
}`;
  }

  async pageAfter(after: string | null): Promise<FollowedPage> {
    const { feed } = await this.graph.ask<{ readonly feed: { readonly nodes: readonly ToldChange[] } & Omit<FollowedPage, 'changes'> }>(
      this.query,
      { after, types: this.types, first: PAGE },
    );
    const { nodes, endCursor, hasNextPage } = feed;
    return { changes: nodes.filter(({ isTombstone }) => !isTombstone).map(followed), endCursor, hasNextPage };
  }
}

function followed({ cursor, type, subjectType, subjectId, divisionCode, at, payload, requestId }: ToldChange): FollowedChange {
  return {
    cursor,
    type,
    subjectType,
    subjectId,
    divisionCode: divisionCode!,
    at,
    payload: JSON.parse(payload!) as FollowedChange['payload'],
    requestId,
  };
}
