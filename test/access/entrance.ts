import type { GraphQLObjectType } from 'graphql';
import { aboutOf, type GraphFields, nodeOf, objectOf } from './graph-fields';
import type { Literals } from './literals';
import type { Selections } from './selection';

/** All rows that there are. */
export const ALL = '100';
/** Enough that hidden rows are among them. */
const SOME = '4';
/** How many of each key's values are worth following. */
const KEYS = 9;

/** The way from the root to rows of a type: by its list, by its keys, or by a type that leads there. */
export class Entrance {
  constructor(
    private readonly graph: GraphFields,
    private readonly selections: Selections,
    private readonly literals: Literals,
  ) {}

  /** `inner` asked of every row. */
  toAll(type: GraphQLObjectType, inner: string): string {
    return this.byList(type, inner, ALL) ?? this.byKey(type, inner) ?? this.toAll(...this.byNeighbour(type, inner));
  }

  /** `inner` asked of some. */
  toSome(type: GraphQLObjectType, inner: string): string {
    return this.byList(type, inner, SOME) ?? this.byKey(type, inner) ?? this.toSome(...this.byNeighbour(type, inner));
  }

  private byList(type: GraphQLObjectType, inner: string, first: string): string | null {
    const lists = this.graph.roots.filter((root) => nodeOf(objectOf(root)) === type);
    // Of what each subgraph has of its own, such as its audit records, in each.
    return lists.map((list) => `${this.selections.head(list, { first })} { nodes { ${inner} } }`).join(' ') || null;
  }

  private byKey(type: GraphQLObjectType, inner: string): string | null {
    const single = this.graph.roots.find((root) => objectOf(root) === type && root.args.length > 0);
    if (!single) return null;
    const key = single.args.find(({ name }) => name === 'id') ?? single.args[0]!;
    const values = this.literals.of(key, aboutOf(single)).slice(0, KEYS);
    return values.map((value, place) => `r${place}: ${this.selections.head(single, { [key.name]: value })} { ${inner} }`).join(' ');
  }

  private byNeighbour(type: GraphQLObjectType, inner: string): [GraphQLObjectType, string] {
    for (const parent of this.graph.rows.filter((row) => row !== type)) {
      const edge = this.graph.edgesOf(parent).find((field) => (nodeOf(objectOf(field)) ?? objectOf(field)) === type);
      if (!edge) continue;
      return [parent, `${this.selections.head(edge)} ${nodeOf(objectOf(edge)) ? `{ nodes { ${inner} } }` : `{ ${inner} }`}`];
    }
    throw new Error(`No way leads to ${type.name}`);
  }
}
