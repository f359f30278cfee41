import {
  type ASTNode,
  BREAK,
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  stripIgnoredCharacters,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
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
    const [lookup] = this.node.lookups;
    const field = without(lacking, this.lookup);
    if (!field) return null;
    const own = new Set([...this.contexts, lookup!.variable]);
    const numbers = Array.from({ length: groups }, (_, index) => index);
    const selections = numbers.map((number): FieldNode => {
      const alias = { kind: Kind.NAME as const, value: numbered(lookup!.responseName, number) };
      return { ...numberedVariables(field, own, number), alias };
    });
    const selectionSet = { kind: Kind.SELECTION_SET as const, selections };
    const used = variablesIn({ ...this.operation, variableDefinitions: [], selectionSet });
    const variableDefinitions = (this.operation.variableDefinitions ?? [])
      .flatMap((definition): VariableDefinitionNode[] =>
        own.has(definition.variable.name.value) ? numbers.map((number) => numberedVariables(definition, own, number)) : [definition],
      )
      .filter(({ variable }) => used.has(variable.name.value));
    const document: DocumentNode = {
      kind: Kind.DOCUMENT,
      definitions: [{ ...this.operation, variableDefinitions, selectionSet }],
    };
    return {
      ...this.node,
      text: stripIgnoredCharacters(print(document)),
      variables: this.node.variables.filter((name) => used.has(name)),
      lookups: numbers.map((number) => ({
        ...lookup!,
        responseName: numbered(lookup!.responseName, number),
        variable: numbered(lookup!.variable, number),
      })),
    };
  }
}

/** What a group's own is called. */
export function numbered(name: string, group: number): string {
  return `${name}_${group}`;
}

function numberedVariables<N extends ASTNode>(node: N, own: ReadonlySet<string>, group: number): N {
  return visit(node, {
    Variable: (variable) => {
      const { value } = variable.name;
      return own.has(value) ? { ...variable, name: { ...variable.name, value: numbered(value, group) } } : undefined;
    },
  });
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

function variablesIn(node: ASTNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(node, { Variable: ({ name }) => void names.add(name.value) });
  return names;
}
