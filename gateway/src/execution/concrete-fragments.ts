import {
  type ASTNode,
  BREAK,
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

/** Written out, fragments multiply: beyond this nobody would plan the operation in time. */
const MOST_SELECTIONS = 5000;

const NO_FIELDS: ReadonlySet<string> = new Set();

/**
 * The operation with fragments on interfaces and unions written out for each type that an object there can be of, and so with
 * interfaces' fields that are, or lead to, one of `fields`. It means the same, and takes the planner past what it does not know: an
 * interface object in one subgraph that is a member of a union in another, a field that is elsewhere for one of the types.
 * Null when it would grow too large. The document has one operation and no named fragments.
 */
export function withConcreteFragments(document: DocumentNode, schema: GraphQLSchema, fields = NO_FIELDS): DocumentNode | null {
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return null;
  const writing = new Writing(schema, fields);
  const selectionSet = writing.set(operation.selectionSet, schema.getRootType(operation.operation)!);
  return writing.written > MOST_SELECTIONS ? null : { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }] };
}

const TYPENAME = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;

class Writing {
  written = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fields: ReadonlySet<string>,
  ) {}

  set({ selections }: SelectionSetNode, parent: GraphQLCompositeType): SelectionSetNode {
    const written = selections.flatMap((node) => this.selection(node, parent));
    return { kind: Kind.SELECTION_SET, selections: written.length > 0 ? written : [TYPENAME] };
  }

  private selection(node: SelectionNode, parent: GraphQLCompositeType): SelectionNode[] {
    this.written += 1;
    if (this.written > MOST_SELECTIONS || node.kind === Kind.FRAGMENT_SPREAD) return [node];
    if (node.kind === Kind.FIELD) {
      if (isInterfaceType(parent) && includesAny(node, this.fields))
        return this.forEach(this.possible(parent), { selectionSet: { kind: Kind.SELECTION_SET, selections: [node] } });
      const type = node.selectionSet && this.typeOf(node.name.value, parent);
      return [type && isCompositeType(type) ? { ...node, selectionSet: this.set(node.selectionSet!, type) } : node];
    }
    const on = node.typeCondition ? this.schema.getType(node.typeCondition.name.value) : parent;
    if (!isCompositeType(on)) return [node];
    // Inside what has been narrowed already, not everything is possible any more.
    if (!this.possible(parent).some((type) => this.possible(on).includes(type))) return [];
    if (on === parent || !isAbstractType(on)) return [{ ...node, selectionSet: this.set(node.selectionSet, on) }];
    return this.forEach(
      this.possible(parent).filter((type) => this.possible(on).includes(type)),
      node,
    );
  }

  private forEach(
    types: readonly GraphQLObjectType[],
    { directives, selectionSet }: Pick<InlineFragmentNode, 'directives' | 'selectionSet'>,
  ) {
    return types.map(
      (type): InlineFragmentNode => ({
        kind: Kind.INLINE_FRAGMENT,
        directives,
        typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type.name } },
        selectionSet: this.set(selectionSet, type),
      }),
    );
  }

  private possible(type: GraphQLCompositeType): readonly GraphQLObjectType[] {
    return isObjectType(type) ? [type] : this.schema.getPossibleTypes(type);
  }

  private typeOf(field: string, parent: GraphQLCompositeType): GraphQLNamedType | undefined {
    return isObjectType(parent) || isInterfaceType(parent) ? getNamedType(parent.getFields()[field]?.type) : undefined;
  }
}

/** Whether the field, or one below it, goes by one of the names. */
export function includesAny(node: ASTNode, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false;
  let isFound = false;
  visit(node, {
    Field: ({ name }) => {
      if (!names.has(name.value)) return undefined;
      isFound = true;
      return BREAK;
    },
  });
  return isFound;
}
