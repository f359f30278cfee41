import { type GraphQLObjectType, getNamedType, isLeafType } from 'graphql';
import {
  aboutOf,
  type Field,
  fieldsOf,
  isEdge,
  isPaged,
  isRow,
  isWrapping,
  leadsToRows,
  membersOf,
  nodeOf,
  objectOf,
} from './graph-fields';
import type { Literals } from './literals';

export type Arguments = Readonly<Record<string, string>>;

/** How many rows of a list are enough to see whose they are. */
const NESTED_ROWS = 3;

/** Writes what is asked of an object. */
export class Selections {
  constructor(
    private readonly literals: Literals,
    private readonly isPublic: (type: string) => boolean,
  ) {}

  /** A field with its needed arguments and those that are given, and below it what `inner` asks of its rows. */
  field(field: Field, inner: (type: GraphQLObjectType) => string, given: Arguments = {}): string {
    const members = membersOf(field);
    if (members.length > 0) return `${this.head(field, given)} { __typename ${members.map(this.asMember).join(' ')} }`;
    const type = objectOf(field);
    return this.head(field, given) + (type ? ` { ${isWrapping(type) ? this.pageOf(type, inner) : inner(type)} }` : '');
  }

  /** A field alone, up to what it asks of its rows. */
  head(field: Field, given: Arguments = {}): string {
    const args = Object.entries({ ...this.needed(field), ...given });
    return field.name + (args.length > 0 ? `(${args.map(([name, value]) => `${name}: ${value}`).join(', ')})` : '');
  }

  /** The arguments without which it would say nothing, or leave out what is in draft. */
  needed(field: Field): Arguments {
    return this.literals.needed(field.args, aboutOf(field), NESTED_ROWS);
  }

  /** All that a row says of itself, so that a field is asked for from the day it is there; where it leads to, only in brief. */
  readonly whole = (type: GraphQLObjectType): string => {
    const own = fieldsOf(type).filter((field) => !(leadsToRows(field) && isRow(type)));
    return ['__typename', ...own.map((field) => this.field(field, leadsToRows(field) ? this.brief : this.whole))].join(' ');
  };

  /** Enough of a row to know it. */
  readonly brief = (type: GraphQLObjectType): string => {
    const leaves = leavesOf(type);
    return leaves.length > 0
      ? leaves
          .slice(0, 2)
          .map(({ name }) => name)
          .join(' ')
      : this.whole(type);
  };

  /** Enough of it where it is one of several types: under names of its own, for fields of the same name may differ in type. */
  private readonly asMember = (type: GraphQLObjectType): string => {
    const names = leavesOf(type)
      .slice(0, 2)
      .map(({ name }) => `${type.name}_${name}: ${name}`);
    return `... on ${type.name} { ${names.join(' ')} }`;
  };

  /** What a row says in words and numbers. */
  readonly leaves = (type: GraphQLObjectType): string => {
    return ['__typename', ...leavesOf(type).map((field) => this.field(field, this.leaves))].join(' ');
  };

  /** All else: its parts, and where it leads to; but from what is public all through only to what is not. */
  readonly beyond = (type: GraphQLObjectType): string => {
    const others = fieldsOf(type).filter((field) => objectOf(field) !== null);
    const hiding = others.filter((field) => !(this.isPublic(type.name) && this.isPublic(aboutOf(field))));
    const asked = hiding.map((field) => {
      const node = nodeOf(objectOf(field));
      if (node) return `${this.head(field, { first: '1' })} { nodes { ${this.brief(node)} } }`;
      return this.field(field, leadsToRows(field) ? this.brief : this.whole);
    });
    return ['__typename', ...asked].join(' ');
  };

  /** Whether there is anything beyond the field's rows that could hide something. */
  leadsFurther(field: Field): boolean {
    const type = objectOf(field)!;
    return this.beyond(nodeOf(type) ?? type) !== '__typename';
  }

  private pageOf(type: GraphQLObjectType, inner: (type: GraphQLObjectType) => string): string {
    const asked = fieldsOf(type).map((field) => {
      const below = objectOf(field);
      if (!below) return field.name;
      if (below === nodeOf(type)) return `${field.name} { ${inner(below)} }`;
      if (!isEdge(below)) return `${field.name} { ${this.whole(below)} }`;
      // Edges repeat the nodes: they are asked where all is asked.
      return inner === this.brief ? '' : `${field.name} { cursor node { ${this.brief(nodeOf(type)!)} } }`;
    });
    return asked.filter(Boolean).join(' ');
  }
}

const leavesOf = (type: GraphQLObjectType) => fieldsOf(type).filter((field) => isLeafType(getNamedType(field.type)));

/** How many rows, where a field can be told. */
export const pageSize = (field: Field, first: string): Arguments => (isPaged(field) ? { first } : {});
