import { FragmentSizes, NOTHING_SELECTED, type SelectionSize, totalOf } from '@township-graph/shared/selection-size';
import { type DocumentNode, Kind, type OperationDefinitionNode } from 'graphql';
import { conditionVariablesOf } from '../execution/conditions';
import { overlapsIn } from './field-overlaps';

export interface DocumentSize {
  /** Of all operations, and of fragments that none of them uses: validation reads them all. */
  readonly whole: SelectionSize;
  /** Of one operation: what would be planned. */
  of(operation: OperationDefinitionNode): SelectionSize;
  /** What its `@skip`s and `@include`s depend on. */
  readonly conditionVariables: readonly string[];
  /** Pairs of fields in the same place. Takes as long as the document expands to. */
  overlaps(): number;
}

/** Measures a document that nobody has validated yet, in one pass over its text. */
export function sizeOf(document: DocumentNode): DocumentSize {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const fragments = new FragmentSizes(document);
  const sizes = new Map(operations.map((operation) => [operation, fragments.sizeOfSet(operation.selectionSet)]));
  const unused = fragments.notMeasured();
  const roots = [...operations, ...unused];
  return {
    whole: totalOf([...sizes.values(), ...unused.map(({ name }) => fragments.sizeOf(name.value))]),
    conditionVariables: conditionVariablesOf(document),
    of: (operation) => sizes.get(operation) ?? NOTHING_SELECTED,
    overlaps: () => roots.reduce((sum, { selectionSet }) => sum + overlapsIn(selectionSet, fragments.byName), 0),
  };
}
