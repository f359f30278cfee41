import { DomainError } from '@township-graph/shared/errors';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql';

/** How many objects one answer may be expected to hold. */
export const DEFAULT_ROWS = 30_000;

/** What a list without a page size is taken to hold: bounded by nature, like the steps of a matter. */
const UNPAGED = 5;
const PAGE_ARGUMENT = 'first';

/**
 * Refuses an operation whose pages, multiplied down the tree, would fill a process with rows: three nested pages of a
 * hundred are a million. A page is what `first` says, as a literal, a variable or a default; a total alone costs nothing.
 */
export function guardRows(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  allowed: number,
): void {
  const rows = new RowCount(schema, document, operation, variables).of(operation);
  if (rows <= allowed) return;
  throw new DomainError(
    'OPERATION_REFUSED',
    'OPERATION_TOO_LARGE',
    {
      zh: `查询过大：预计返回 ${rows} 行，上限 ${allowed}；请减小 first 或减少嵌套`,
      en: `The operation is too large: about ${rows} rows, above the limit of ${allowed}; ask for smaller pages or fewer levels`,
    },
    { limit: 'rows', allowed },
  );
}

class RowCount {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly defaults = new Map<string, unknown>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {
    for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(node.name.value, node);
    for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
      if (defaultValue?.kind === Kind.INT) this.defaults.set(variable.name.value, Number(defaultValue.value));
    }
  }

  of({ operation, selectionSet }: OperationDefinitionNode): number {
    const root = this.schema.getRootType(operation);
    return root ? this.below(selectionSet, root, null) : 0;
  }

  /** Objects below one object of the type. `page` is the size of the page that this object is the wrapping of, if it is one. */
  private below(set: SelectionSetNode, type: GraphQLCompositeType, page: number | null): number {
    let rows = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) rows += this.ofField(selection, type, page);
      else {
        const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value) : selection;
        if (!fragment) continue;
        const narrowed = fragment.typeCondition ? typeFromAST(this.schema, fragment.typeCondition) : type;
        rows += this.below(fragment.selectionSet, isCompositeType(narrowed) ? narrowed : type, page);
      }
    }
    return rows;
  }

  private ofField(node: FieldNode, parent: GraphQLCompositeType, page: number | null): number {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    const type = field && getNamedType(field.type);
    if (!field || !node.selectionSet || !isCompositeType(type)) return 0;
    const own = this.pageSize(node, field);
    if (!isList(field.type)) return 1 + this.below(node.selectionSet, type, own);
    return (own ?? page ?? UNPAGED) * (1 + this.below(node.selectionSet, type, null));
  }

  private pageSize(node: FieldNode, field: GraphQLField<unknown, unknown>): number | null {
    const definition = field.args.find(({ name }) => name === PAGE_ARGUMENT);
    if (!definition) return null;
    const value = node.arguments?.find(({ name }) => name.value === PAGE_ARGUMENT)?.value;
    const size =
      value?.kind === Kind.INT
        ? Number(value.value)
        : value?.kind === Kind.VARIABLE
          ? (this.variables[value.name.value] ?? this.defaults.get(value.name.value) ?? definition.defaultValue)
          : definition.defaultValue;
    return typeof size === 'number' && size >= 0 ? size : UNPAGED;
  }
}

function isList(type: GraphQLOutputType): boolean {
  return isNonNullType(type) ? isList(type.ofType) : isListType(type);
}
