import {
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  print,
  stripIgnoredCharacters,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import type { EntityLookup, FetchNode } from './plan';

/** A lookup as it stands in a call of its own. */
export interface LookupToNumber {
  readonly lookup: EntityLookup;
  readonly field: FieldNode;
  readonly operation: OperationDefinitionNode;
  /** Variables that are not shared with other lookups. */
  readonly own: ReadonlySet<string>;
}

/** A call of several lookups, an operation like the first one's. What is a lookup's own, its name too, ends in its number. */
export function numberedCall(call: FetchNode, lookups: readonly LookupToNumber[]): FetchNode {
  const { operation } = lookups[0]!;
  const selections = lookups.map(({ lookup, field, own }, number): FieldNode => {
    const alias = { kind: Kind.NAME as const, value: numbered(lookup.responseName, number) };
    return { ...numberedVariables(field, own, number), alias };
  });
  const selectionSet = { kind: Kind.SELECTION_SET as const, selections };
  const used = variablesIn({ ...operation, variableDefinitions: [], selectionSet });
  const definitions = new Map<string, VariableDefinitionNode>();
  for (const [number, { operation: alone, own }] of lookups.entries())
    for (const given of alone.variableDefinitions ?? []) {
      const definition = numberedVariables(given, own, number);
      const name = definition.variable.name.value;
      if (used.has(name)) definitions.set(name, definition);
    }
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [{ ...operation, variableDefinitions: [...definitions.values()], selectionSet }],
  };
  return {
    ...call,
    text: stripIgnoredCharacters(print(document)),
    variables: call.variables.filter((name) => used.has(name)),
    lookups: lookups.map(({ lookup }, number) => ({
      ...lookup,
      responseName: numbered(lookup.responseName, number),
      variable: numbered(lookup.variable, number),
    })),
  };
}

export function numbered(name: string, number: number): string {
  return `${name}_${number}`;
}

function numberedVariables<N extends ASTNode>(node: N, own: ReadonlySet<string>, number: number): N {
  return visit(node, {
    Variable: (variable) => {
      const { value } = variable.name;
      return own.has(value) ? { ...variable, name: { ...variable.name, value: numbered(value, number) } } : undefined;
    },
  });
}

function variablesIn(node: ASTNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(node, { Variable: ({ name }) => void names.add(name.value) });
  return names;
}
