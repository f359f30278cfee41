import { type ConstDirectiveNode, type DefinitionNode, type DocumentNode, Kind } from 'graphql';
import { isUnresolvableKey } from './join-directives';

/** The supergraph as planners are given it: the same, with what they trip over out of their way. */
export function usableSupergraph(document: DocumentNode): DocumentNode {
  return { ...document, definitions: document.definitions.map(byUse) };
}

function byUse(node: DefinitionNode): DefinitionNode {
  const isEntity = node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;
  return isEntity ? { ...node, directives: resolvableFirst(node.directives) } : node;
}

/**
 * To come back to a subgraph, Apollo's planner takes the first key of a type, and does not look whether the subgraph looks
 * anything up by it: so those come first by which it does.
 */
function resolvableFirst(directives: readonly ConstDirectiveNode[] = []): ConstDirectiveNode[] {
  return [...directives].sort((one, other) => Number(isUnresolvableKey(one)) - Number(isUnresolvableKey(other)));
}
