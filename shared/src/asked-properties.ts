import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { Extensions } from 'type-graphql';
import { Connection } from './connection';

/**
 * Names the properties of its row that a field is made of, so that a list which shows it reads those columns and not all.
 * A field that only shows the property of its name needs no word; one that says nothing gets whole rows.
 */
export function Reads(...properties: string[]): PropertyDecorator & MethodDecorator {
  return Extensions({ reads: properties }) as PropertyDecorator & MethodDecorator;
}

/** The names of the fields that are asked for of what a resolver returns, those in fragments too. */
export function fieldsAsked({ fieldNodes, fragments }: GraphQLResolveInfo): ReadonlySet<string> {
  return new Set(fieldNodes.flatMap(({ selectionSet }) => fieldsIn(selectionSet, fragments)).map(({ name }) => name.value));
}

/** The properties that each field of a row is made of; null where that is not known. */
type PropertiesByField = ReadonlyMap<string, readonly string[] | null>;

/** Tells every connection which properties of its rows are asked for. Before fields get other resolvers than type-graphql's. */
export function tellWhatIsAsked(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const listed = getNamedType(field.type);
      const node = isObjectType(listed) && field.resolve ? nodeOf(listed) : null;
      if (node) field.resolve = telling(field.resolve!, propertiesOf(node));
    }
  }
}

// biome-ignore lint/suspicious/noExplicitAny: of whatever source and context
type Resolver = GraphQLFieldResolver<any, any>;

function telling(resolve: Resolver, properties: PropertiesByField): Resolver {
  const known = new WeakMap<FieldNode, readonly string[] | null>();
  const askedBy = (info: GraphQLResolveInfo): readonly string[] | null => {
    const [node, ...others] = info.fieldNodes as readonly FieldNode[];
    if (others.length > 0) return null;
    let asked = known.get(node!);
    if (asked === undefined) {
      asked = propertiesAsked(node!.selectionSet, info.fragments, properties);
      known.set(node!, asked);
    }
    return asked;
  };
  return (root, given, context, info) => {
    const tell = (connection: unknown) => {
      if (connection instanceof Connection) connection.asked = askedBy(info);
      return connection;
    };
    const connection: unknown = resolve(root, given, context, info);
    return connection instanceof Promise ? connection.then(tell) : tell(connection);
  };
}

/** The type of the rows, if the type is a connection. */
function nodeOf(type: GraphQLObjectType): GraphQLObjectType | null {
  const { nodes, pageInfo } = type.getFields();
  const node = nodes && pageInfo ? getNamedType(nodes.type) : null;
  return isObjectType(node) ? node : null;
}

function propertiesOf(node: GraphQLObjectType): PropertiesByField {
  const fields = Object.values(node.getFields());
  return new Map(
    fields.map(({ name, resolve, extensions }) => {
      const reads = extensions.reads as readonly string[] | undefined;
      return [name, reads ?? (resolve ? null : [name])];
    }),
  );
}

/** The properties behind all fields of `nodes` and `edges { node }`, in the order of the alphabet; null for all there are. */
function propertiesAsked(
  connection: SelectionSetNode | undefined,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  properties: PropertiesByField,
): readonly string[] | null {
  const found = new Set<string>();
  const edges = fieldsIn(connection, fragments).filter(({ name }) => name.value === 'edges');
  const rows = [
    ...fieldsIn(connection, fragments).filter(({ name }) => name.value === 'nodes'),
    ...edges.flatMap(({ selectionSet }) => fieldsIn(selectionSet, fragments)).filter(({ name }) => name.value === 'node'),
  ];
  for (const { name } of rows.flatMap(({ selectionSet }) => fieldsIn(selectionSet, fragments))) {
    const made = name.value === '__typename' ? [] : properties.get(name.value);
    if (!made) return null;
    for (const property of made) found.add(property);
  }
  return [...found].sort();
}

function fieldsIn(set: SelectionSetNode | undefined, fragments: Readonly<Record<string, FragmentDefinitionNode>>): FieldNode[] {
  return (set?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
    return fieldsIn(fragment?.selectionSet, fragments);
  });
}
