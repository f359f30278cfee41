import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { Extensions } from 'type-graphql';
import { Connection } from './connection';
import { type Asked, Shown } from './loader';

/**
 * Names the properties of its row that a field is made of, so that those columns are read where it is shown, and not all.
 * A field that only shows the property of its name needs no word; one that says nothing gets whole rows.
 */
export function Reads(...properties: string[]): PropertyDecorator & MethodDecorator {
  return Extensions({ reads: properties }) as PropertyDecorator & MethodDecorator;
}

/** The names of the fields that are asked for of what a resolver returns, those in fragments too. */
export function fieldsAsked({ fieldNodes, fragments }: GraphQLResolveInfo): ReadonlySet<string> {
  return new Set(fieldNodes.flatMap((field) => fieldsOfField(field, fragments)).map(({ name }) => name.value));
}

/** The properties that each field of a row is made of; null where that is not known. */
type PropertiesByField = ReadonlyMap<string, Asked>;

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** The fields that are asked for of a row, where `field` shows it. */
type FieldsOfRow = (field: FieldNode, fragments: Fragments) => readonly FieldNode[];

/** What is asked of rows, told to whoever reads them. Made before fields get other resolvers than type-graphql's. */
export class AskedProperties {
  private readonly properties = new Map<GraphQLObjectType, PropertiesByField>();
  private readonly ofEntities = new Map<string, (info: GraphQLResolveInfo) => Asked>();

  constructor(private readonly schema: GraphQLSchema) {
    for (const type of Object.values(schema.getTypeMap()))
      if (isObjectType(type) && !type.name.startsWith('__')) this.properties.set(type, propertiesOf(type));
  }

  /** Has every connection told which properties of its rows are asked for, and every row that a field shows read with these alone. */
  tellResolvers(): void {
    for (const type of this.properties.keys()) {
      for (const field of Object.values(type.getFields())) {
        const shown = getNullableType(field.type);
        if (!field.resolve || !isObjectType(shown)) continue;
        const node = nodeOf(shown);
        field.resolve = telling(field.resolve, node ? this.asking(node, fieldsOfNodes) : this.asking(shown, fieldsOfField));
      }
    }
  }

  /** What an `_entities` field asks of the rows of one type. */
  ofEntity(name: string, info: GraphQLResolveInfo): Asked {
    let asking = this.ofEntities.get(name);
    if (!asking) {
      const isOther = (type: string) => type !== name && isObjectType(this.schema.getType(type));
      asking = this.asking(this.schema.getType(name) as GraphQLObjectType, ({ selectionSet }, fragments) =>
        fieldsIn(selectionSet, fragments, isOther),
      );
      this.ofEntities.set(name, asking);
    }
    return asking(info);
  }

  private asking(row: GraphQLObjectType, fieldsOf: FieldsOfRow): (info: GraphQLResolveInfo) => Asked {
    const properties = this.properties.get(row)!;
    const known = new WeakMap<FieldNode, Asked>();
    return ({ fieldNodes, fragments }) => {
      const [node, ...others] = fieldNodes as readonly FieldNode[];
      if (others.length > 0) return null;
      let asked = known.get(node!);
      if (asked === undefined) {
        asked = propertiesBehind(fieldsOf(node!, fragments), properties);
        known.set(node!, asked);
      }
      return asked;
    };
  }
}

// biome-ignore lint/suspicious/noExplicitAny: of whatever source and context
type Resolver = GraphQLFieldResolver<any, any>;

function telling(resolve: Resolver, askedBy: (info: GraphQLResolveInfo) => Asked): Resolver {
  return (root, given, context, info) => {
    const tell = (answer: unknown) => {
      if (answer instanceof Shown) return answer.read(askedBy(info));
      if (answer instanceof Connection) answer.asked = askedBy(info);
      return answer;
    };
    const answer: unknown = resolve(root, given, context, info);
    return answer instanceof Promise ? answer.then(tell) : tell(answer);
  };
}

/** The type of the rows, if the type is a connection. */
function nodeOf(type: GraphQLObjectType): GraphQLObjectType | null {
  const { nodes, pageInfo } = type.getFields();
  const node = nodes && pageInfo ? getNamedType(nodes.type) : null;
  return isObjectType(node) ? node : null;
}

function propertiesOf(row: GraphQLObjectType): PropertiesByField {
  const fields = Object.values(row.getFields());
  return new Map(
    fields.map(({ name, resolve, extensions }) => {
      const reads = extensions.reads as readonly string[] | undefined;
      return [name, reads ?? (resolve ? null : [name])];
    }),
  );
}

/** In the order of the alphabet; null for all there are. */
function propertiesBehind(fields: readonly FieldNode[], properties: PropertiesByField): Asked {
  const found = new Set<string>();
  for (const { name } of fields) {
    const made = name.value === '__typename' ? [] : properties.get(name.value);
    if (!made) return null;
    for (const property of made) found.add(property);
  }
  return [...found].sort();
}

const fieldsOfField: FieldsOfRow = ({ selectionSet }, fragments) => fieldsIn(selectionSet, fragments);

/** Those of `nodes` and of `edges { node }`. */
const fieldsOfNodes: FieldsOfRow = ({ selectionSet }, fragments) => {
  const within = (fields: readonly FieldNode[], wanted: string) =>
    fields.filter(({ name }) => name.value === wanted).flatMap((field) => fieldsOfField(field, fragments));
  const fields = fieldsIn(selectionSet, fragments);
  return [...within(fields, 'nodes'), ...within(within(fields, 'edges'), 'node')];
};

/** Those in fragments too, unless they are on a type that is left out. */
function fieldsIn(set: SelectionSetNode | undefined, fragments: Fragments, isLeftOut?: (type: string) => boolean): FieldNode[] {
  return (set?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
    if (fragment?.typeCondition && isLeftOut?.(fragment.typeCondition.name.value)) return [];
    return fieldsIn(fragment?.selectionSet, fragments, isLeftOut);
  });
}
