import { Kind, type SelectionSetNode } from 'graphql';
import { type PlannedOperation, plannedOperation } from '../transport/planned-operation';
import { type FetchNode, fieldsOn, type Rewrite } from './plan';

/** Whether the call may bring the value at the end of this way down the answer, whatever types lie on it. */
export function bringsValueAt(names: readonly string[], node: FetchNode): boolean {
  const operation = plannedOperation(node.text, node.operationName);
  const { selectionSet } = operation.operation;
  if (node.root) {
    const rest = restOf(names, fieldsOn(node.root.path));
    if (rest && selects(rest, selectionSet, node.root.rewrites, operation)) return true;
  }
  return node.lookups.some(({ responseName, paths, outputRewrites }) => {
    const set = operation.lookups.find((lookup) => lookup.responseName === responseName)?.selectionSet;
    return paths.some((path) => {
      const rest = restOf(names, fieldsOn(path));
      return rest !== null && set !== undefined && selects(rest, set, outputRewrites, operation);
    });
  });
}

/** What is left of the way after its beginning; null when it begins elsewhere. */
function restOf(names: readonly string[], beginning: readonly string[]): readonly string[] | null {
  const isBeginning = beginning.length < names.length && beginning.every((name, index) => name === names[index]);
  return isBeginning ? names.slice(beginning.length) : null;
}

function selects(
  [name, ...rest]: readonly string[],
  { selections }: SelectionSetNode,
  rewrites: readonly Rewrite[],
  operation: PlannedOperation,
): boolean {
  if (name === undefined) return true;
  return selections.some((node) => {
    if (node.kind !== Kind.FIELD) {
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : operation.fragments.get(node.name.value);
      return fragment !== undefined && selects([name, ...rest], fragment.selectionSet, rewrites, operation);
    }
    const told = (node.alias ?? node.name).value;
    const isIt = told === name || rewrites.some(({ field, change }) => field === told && 'renameTo' in change && change.renameTo === name);
    return isIt && (node.selectionSet ? selects(rest, node.selectionSet, rewrites, operation) : true);
  });
}
