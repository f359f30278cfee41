import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';

/** Resolvers by type and field, as @apollo/subgraph takes them. */
// biome-ignore lint/suspicious/noExplicitAny: a resolver takes what its schema says
export type Resolvers = Record<string, Record<string, any>>;

export interface WorldSubgraph {
  readonly name: string;
  readonly typeDefs: string;
  /** An entity is looked up whole; what it was asked by is kept beside it as `given`, for fields that require something. */
  readonly resolvers: Resolvers;
}

/** The same data twice: as subgraphs that each know a part, and as one schema that knows it all. */
export interface World {
  readonly name: string;
  readonly subgraphs: readonly WorldSubgraph[];
  /** Resolves every field of the API schema in one place. */
  readonly oracle: Resolvers;
  /** Labels of progressive overrides that are switched on. */
  readonly labels?: readonly string[];
  /** Operations that chance may miss. */
  readonly operations: readonly string[];
}

/** What is drawn for the next operation, from 0 up to 100. */
export const dice = { drawn: 0 };

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@interfaceObject", "@override", "@tag", "@context", "@fromContext", "@composeDirective"])`;

export function schemasOf({ subgraphs }: World): Readonly<Record<string, GraphQLSchema>> {
  return Object.fromEntries(
    subgraphs.map(({ name, typeDefs, resolvers }) => [
      name,
      buildSubgraphSchema({ typeDefs: parse(`${LINK}\n${typeDefs}`), resolvers: resolvers as never }),
    ]),
  );
}

export function supergraphOf({ subgraphs }: World): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, typeDefs }) => ({ name, url: `http://${name}`, typeDefs: parse(`${LINK}\n${typeDefs}`) })),
  );
  if (!supergraphSdl) throw new Error(errors?.map(String).join('\n'));
  return supergraphSdl;
}
