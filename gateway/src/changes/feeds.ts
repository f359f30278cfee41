import { type DocumentNode, type GraphQLSchema, getNamedType, isObjectType, parse, validate } from 'graphql';

/** A subgraph's change feed, as the supergraph offers it: a root field, and the operation that reads on in it. */
export interface Feed {
  readonly name: string;
  readonly text: string;
  readonly document: DocumentNode;
}

/** One change, as a feed tells it. */
export interface Change {
  readonly cursor: string;
  readonly type: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly divisionCode: string | null;
  readonly at: string;
  readonly payload: string | null;
  readonly isTombstone: boolean;
  readonly requestId: string | null;
}

export interface FeedPage {
  readonly nodes: readonly Change[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
  readonly newestCursor: string | null;
}

/** By what it returns a feed is known: which subgraphs there are is nothing that is known here. */
const FEED_TYPE = 'ChangeFeed';

const known = new WeakMap<GraphQLSchema, ReadonlyMap<string, Feed>>();

/** The feeds of a supergraph, by their names. */
export function feedsIn(schema: GraphQLSchema): ReadonlyMap<string, Feed> {
  const feeds = known.get(schema) ?? foundIn(schema);
  known.set(schema, feeds);
  return feeds;
}

function foundIn(schema: GraphQLSchema): ReadonlyMap<string, Feed> {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const feeds = fields.filter(({ type }) => isObjectType(getNamedType(type)) && getNamedType(type).name === FEED_TYPE);
  return new Map(
    feeds
      .map(({ name }) => feedNamed(name))
      // Somebody else's type may have the same name and another form.
      .filter(({ document }) => validate(schema, document, undefined, { maxErrors: 1 }).length === 0)
      .map((feed) => [feed.name, feed]),
  );
}

function feedNamed(name: string): Feed {
  const text = `query Changes_${name}($after: String, $types: [String!], $first: Int!) {
  feed: ${name}(after: $after, types: $types, first: $first) {
    nodes { cursor type subjectType subjectId divisionCode at payload isTombstone requestId } endCursor hasNextPage newestCursor
  }
}`;
  return { name, text, document: parse(text) };
}
