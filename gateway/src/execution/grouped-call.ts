import { type ASTNode, BREAK, type FieldNode, Kind, type OperationDefinitionNode, parse, visit } from 'graphql';
import { numberedCall } from './numbered-call';
import type { FetchNode } from './plan';

/**
 * A plan's call with its lookup made once for each of so many groups of entities, whose variables end in the group's number.
 * Fields that lack a value are left out.
 */
export class GroupedCall {
  private readonly operation: OperationDefinitionNode;
  private readonly lookup: FieldNode;
  private readonly contexts: ReadonlySet<string>;

  constructor(private readonly node: FetchNode) {
    this.operation = parse(node.text, { noLocation: true }).definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION)!;
    this.lookup = this.operation.selectionSet.selections.find((each) => each.kind === Kind.FIELD)!;
    this.contexts = new Set(node.lookups[0]!.contexts.map(({ variable }) => variable));
  }

  /** The variables that must have a value. */
  get needed(): ReadonlySet<string> {
    const { variableDefinitions = [] } = this.operation;
    return new Set(variableDefinitions.flatMap(({ variable, type }) => (type.kind === Kind.NON_NULL_TYPE ? [variable.name.value] : [])));
  }

  /** The response names of an entity's fields that take the variable, or have fields that do. */
  takersOf(variable: string): string[] {
    const takers = (node: ASTNode): string[] => {
      if (node.kind === Kind.FIELD) return usesAny(node, new Set([variable])) ? [(node.alias ?? node.name).value] : [];
      return 'selectionSet' in node ? (node.selectionSet?.selections ?? []).flatMap(takers) : [];
    };
    return (this.lookup.selectionSet?.selections ?? []).flatMap(takers);
  }

  /** Null when nothing is left to ask for. */
  callFor(groups: number, lacking: ReadonlySet<string>): FetchNode | null {
    const lookup = this.node.lookups[0]!;
    const field = without(lacking, this.lookup);
    if (!field) return null;
    const { operation } = this;
    const own = new Set([...this.contexts, lookup.variable]);
    return numberedCall(
      this.node,
      Array.from({ length: groups }, () => ({ lookup, field, operation, own })),
    );
  }
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** Null when no field is left. */
function without(lacking: ReadonlySet<string>, field: FieldNode): FieldNode | null {
  if (lacking.size === 0) return field;
  const isLacking = (argument: ASTNode) => usesAny(argument, lacking);
  const left: FieldNode = visit(field, {
    Field: {
      enter: (node) => ((node.arguments ?? []).some(isLacking) ? null : undefined),
      // Objects of which nothing is left are still objects.
      leave: (node, _, parent) =>
        node.selectionSet?.selections.length === 0 && parent !== undefined
          ? { ...node, selectionSet: { ...node.selectionSet, selections: [TYPENAME] } }
          : undefined,
    },
    InlineFragment: { leave: (node) => (node.selectionSet.selections.length === 0 ? null : undefined) },
  });
  return left.selectionSet?.selections.length === 0 ? null : left;
}

function usesAny(node: ASTNode, variables: ReadonlySet<string>): boolean {
  let isUsed = false;
  visit(node, {
    Variable: ({ name }) => {
      if (!variables.has(name.value)) return undefined;
      isUsed = true;
      return BREAK;
    },
  });
  return isUsed;
}
