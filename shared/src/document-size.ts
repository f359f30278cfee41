import { type DocumentNode, Kind, type ValueNode, visit } from 'graphql';
import { FragmentSizes, type SelectionSize, totalOf } from './selection-size';

/** How large a document is once its fragments are expanded, found without expanding them. */
export interface DocumentSize extends Pick<SelectionSize, 'selections' | 'depth'> {
  /** How many entities it looks up with these variables. */
  representations(variables: Readonly<Record<string, unknown>>): number;
}

/** Measures a document that need not be valid. Throws where FragmentSizes does: for a cycle, and with RangeError for what is too deep to walk. */
export function sizeOf(document: DocumentNode): DocumentSize {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const fragments = new FragmentSizes(document);
  const { selections, depth } = totalOf(operations.map(({ selectionSet }) => fragments.sizeOfSet(selectionSet)));
  return { selections, depth, representations: representationsOf(document) };
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
