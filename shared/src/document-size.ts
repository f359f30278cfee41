import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode, type ValueNode, visit } from 'graphql';

/** How large a document is once its fragments are expanded, found without expanding them. */
export interface DocumentSize {
  readonly selections: number;
  readonly depth: number;
  /** How many entities it looks up with these variables. */
  representations(variables: Readonly<Record<string, unknown>>): number;
}

/** Measures a document that need not be valid. Throws RangeError for one so deep that walking it exhausts the stack. */
export function sizeOf(document: DocumentNode): DocumentSize {
  return { ...expandedSizeOf(document), representations: representationsOf(document) };
}

type Size = Pick<DocumentSize, 'selections' | 'depth'>;

const NOTHING: Size = { selections: 0, depth: 0 };

/** Each fragment is measured once and counted at each use: 600 bytes of fragments can expand to millions of fields. */
function expandedSizeOf({ definitions }: DocumentNode): Size {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const measured = new Map<string, Size>();

  const ofFragment = (name: string): Size => {
    const fragment = fragments.get(name);
    if (!measured.has(name)) {
      // So that a cycle ends; validation refuses it afterwards.
      measured.set(name, NOTHING);
      if (fragment) measured.set(name, ofSet(fragment.selectionSet));
    }
    return measured.get(name)!;
  };

  const ofSet = ({ selections }: SelectionSetNode): Size => {
    let [count, depth] = [0, 0];
    for (const node of selections) {
      const below =
        node.kind === Kind.FRAGMENT_SPREAD ? ofFragment(node.name.value) : node.selectionSet ? ofSet(node.selectionSet) : NOTHING;
      const own = node.kind === Kind.FIELD ? 1 : 0;
      count += below.selections + own;
      depth = Math.max(depth, below.depth + own);
    }
    return { selections: count, depth };
  };

  let [selections, depth] = [0, 0];
  for (const node of definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    const size = ofSet(node.selectionSet);
    selections += size.selections;
    depth = Math.max(depth, size.depth);
  }
  return { selections, depth };
}

/**
 * Counts over all `_entities` fields, in fragments too, however often those are used: fields of one name merge, so there
 * are never more of them than the text has.
 */
function representationsOf(document: DocumentNode): DocumentSize['representations'] {
  let written = 0;
  const named: string[] = [];
  const defaults = new Map<string, number>();
  visit(document, {
    VariableDefinition: ({ variable, defaultValue }) => {
      if (defaultValue) defaults.set(variable.name.value, Math.max(defaults.get(variable.name.value) ?? 0, writtenIn(defaultValue)));
    },
    Field: (field) => {
      if (field.name.value !== '_entities') return;
      for (const { value } of field.arguments ?? []) {
        if (value.kind === Kind.VARIABLE) named.push(value.name.value);
        else written += writtenIn(value);
      }
    },
  });
  return (variables) => named.reduce((sum, name) => sum + (givenIn(variables[name]) ?? defaults.get(name) ?? 0), written);
}

function writtenIn(value: ValueNode): number {
  return value.kind === Kind.LIST ? value.values.length : 1;
}

/** A single value counts as a list of one, as GraphQL takes it. */
function givenIn(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.length : 1;
}
