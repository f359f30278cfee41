import {
  type ConstDirectiveNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  valueFromASTUntyped,
  visit,
} from 'graphql';
import { textOf } from '../supergraph-links';

export interface JoinedField {
  readonly name: string;
  /** How its subgraphs join it: `@join__field`, once for each. */
  readonly joins: readonly ConstDirectiveNode[];
}

export function* fieldsJoinedIn(supergraph: GraphQLSchema): Generator<JoinedField> {
  for (const type of joinedTypesIn(supergraph))
    for (const { name, astNode } of Object.values(type.getFields())) yield { name, joins: named('join__field', astNode?.directives) };
}

/** What has to be there before a subgraph can be asked for the field, as selections of fields: its requirements and its contexts. */
export function demandsOf(join: ConstDirectiveNode): string[] {
  const requires = textOf(join, 'requires');
  return [...(requires === undefined ? [] : [requires]), ...contextsOf(join)];
}

/** The names of fields that take arguments from contexts. */
export function contextualFieldsIn(supergraph: GraphQLSchema): string[] {
  return [...fieldsJoinedIn(supergraph)].flatMap(({ name, joins }) => (joins.some((join) => contextsOf(join).length > 0) ? [name] : []));
}

/** The names of fields that plans ask for whether the client does or not: of keys, of requirements, of contexts. */
export function neededFieldsIn(supergraph: GraphQLSchema): ReadonlySet<string> {
  const names = new Set<string>();
  const note = (selection: string) => visit(parsed(selection), { Field: ({ name }) => void names.add(name.value) });
  for (const type of joinedTypesIn(supergraph))
    for (const join of named('join__type', type.astNode?.directives)) {
      const key = textOf(join, 'key');
      if (key !== undefined) note(key);
    }
  for (const { joins } of fieldsJoinedIn(supergraph)) for (const join of joins) demandsOf(join).forEach(note);
  return names;
}

/** Whether it is a `@join__type` with a key that only names objects. */
export function isUnresolvableKey({ name, arguments: given = [] }: ConstDirectiveNode): boolean {
  const resolvable = given.find((each) => each.name.value === 'resolvable')?.value;
  return name.value === 'join__type' && resolvable?.kind === Kind.BOOLEAN && !resolvable.value;
}

/** The value of `join__Graph` that a directive is of. */
export function graphOf({ arguments: given = [] }: ConstDirectiveNode): string {
  const value = given.find(({ name }) => name.value === 'graph')?.value;
  return value?.kind === Kind.ENUM ? value.value : '';
}

/** The names of subgraphs by the value of `join__Graph`. */
export function subgraphNamesIn(schema: GraphQLSchema): ReadonlyMap<string, string> {
  const graphs = schema.getType('join__Graph');
  if (!isEnumType(graphs)) return new Map();
  return new Map(
    graphs.getValues().map(({ name, astNode }) => {
      const joined = astNode?.directives?.find((node) => node.name.value === 'join__graph');
      return [name, (joined && textOf(joined, 'name')) ?? name];
    }),
  );
}

/** A selection of fields, with its braces or without. */
export function parsed(selection: string) {
  return parse(selection.trim().startsWith('{') ? selection : `{ ${selection} }`, { noLocation: true });
}

function joinedTypesIn(supergraph: GraphQLSchema): (GraphQLObjectType | GraphQLInterfaceType)[] {
  return Object.values(supergraph.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
}

export function named(directive: string, nodes: readonly ConstDirectiveNode[] = []): readonly ConstDirectiveNode[] {
  return nodes.filter(({ name }) => name.value === directive);
}

function contextsOf({ arguments: given = [] }: ConstDirectiveNode): string[] {
  const contexts = given.find(({ name }) => name.value === 'contextArguments')?.value;
  if (!contexts) return [];
  return (valueFromASTUntyped(contexts) as { readonly selection: string }[]).map(({ selection }) => selection);
}
