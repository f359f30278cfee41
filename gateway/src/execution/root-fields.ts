import { Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { plannedOperation } from '../transport/planned-operation';
import { responseNameOf } from './data-names';
import { callsOf, type FetchNode, type PlanNode } from './plan';

/**
 * Whether a subgraph is asked for each root field of the operation. A planner leaves out, without a word, what no subgraph can
 * lead to: an interface of which the subgraph that has the field has no types.
 */
export function reachesAllRoots(plan: PlanNode, { selectionSet }: OperationDefinitionNode): boolean {
  const asked = new Set(callsOf(plan).flatMap(rootsOf));
  return namesIn(selectionSet).every((name) => asked.has(name));
}

function rootsOf({ root, text }: FetchNode): string[] {
  return root?.path.length === 0 ? namesIn(plannedOperation(text).operation.selectionSet) : [];
}

function namesIn({ selections }: SelectionSetNode): string[] {
  return selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [responseNameOf(node)];
    return node.kind === Kind.INLINE_FRAGMENT ? namesIn(node.selectionSet) : [];
  });
}
