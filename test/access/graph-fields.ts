import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  isUnionType,
} from 'graphql';

export type Field = GraphQLField<unknown, unknown>;

/** The type of what a field holds, if that has fields of its own. */
export function objectOf({ type }: { readonly type: GraphQLOutputType }): GraphQLObjectType | null {
  const named = getNamedType(type);
  return isObjectType(named) ? named : null;
}

/** What a field may hold one of; none for what is no union. */
export function membersOf({ type }: { readonly type: GraphQLOutputType }): readonly GraphQLObjectType[] {
  const named = getNamedType(type);
  return isUnionType(named) ? named.getTypes() : [];
}

export const fieldsOf = (type: GraphQLObjectType): Field[] => Object.values(type.getFields());

/** The type of a connection's rows; null for what is no connection. */
export function nodeOf(type: GraphQLObjectType | null): GraphQLObjectType | null {
  const nodes = type?.getFields().nodes;
  return nodes ? objectOf(nodes) : null;
}

/** What a field is about: its connection's rows, or itself. */
export function aboutOf(field: Field): string {
  const type = objectOf(field);
  return (nodeOf(type) ?? type)?.name ?? '';
}

export const isEdge = (type: GraphQLObjectType) => 'cursor' in type.getFields();
export const isWrapping = (type: GraphQLObjectType) => nodeOf(type) !== null || isEdge(type);

const rows = new WeakMap<GraphQLObjectType, boolean>();

/** Whether one comes back to the type by following its fields: then it is a row among rows, else a part of one. */
export function isRow(type: GraphQLObjectType): boolean {
  const known = rows.get(type) ?? (!isWrapping(type) && leadsBackTo(type, type, new Set()));
  rows.set(type, known);
  return known;
}

function leadsBackTo(type: GraphQLObjectType, from: GraphQLObjectType, seen: Set<GraphQLObjectType>): boolean {
  const nexts = fieldsOf(from).flatMap((field) => [objectOf(field) ?? membersOf(field)].flat());
  return nexts.some((next) => {
    if (next === type || seen.has(next)) return next === type;
    seen.add(next);
    return leadsBackTo(type, next, seen);
  });
}

/** Whether the field holds rows of their own, or a page of them. */
export function leadsToRows(field: Field): boolean {
  const type = objectOf(field);
  return type !== null && (nodeOf(type) !== null || isRow(type));
}

/** Whether the field is read page by page. */
export const isPaged = ({ args }: Field) => args.some(({ name }) => name === 'after');

/** A field, and the type whose it is; null at the root. */
export interface PlacedField {
  readonly parent: GraphQLObjectType | null;
  readonly field: Field;
}

/** What there is to ask: the roots, the types whose objects are rows, and their fields. */
export class GraphFields {
  readonly roots: readonly Field[];
  readonly rows: readonly GraphQLObjectType[];

  constructor(schema: GraphQLSchema) {
    this.roots = fieldsOf(schema.getQueryType()!);
    const listed = this.roots.map((root) => nodeOf(objectOf(root)));
    this.rows = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type))
      .filter((type) => !type.name.startsWith('__') && (listed.includes(type) || isRow(type)));
  }

  everyField(): PlacedField[] {
    return [
      ...this.roots.map((field) => ({ parent: null, field })),
      ...this.rows.flatMap((parent) => fieldsOf(parent).map((field) => ({ parent, field }))),
    ];
  }

  /** Those of a type that lead on to rows. */
  edgesOf(type: GraphQLObjectType): Field[] {
    return fieldsOf(type).filter(leadsToRows);
  }

  /** The lists. */
  lists(): PlacedField[] {
    return this.everyField().filter(({ field }) => isPaged(field));
  }
}
