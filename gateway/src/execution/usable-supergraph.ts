import { type ConstDirectiveNode, type DocumentNode, parse, visit } from 'graphql';
import { isUnresolvableKey } from './join-directives';

/** The supergraph as planners are given it: the same, with what they trip over out of their way. */
export function usableSupergraph(sdl: string): DocumentNode {
  const document = parse(sdl, { noLocation: true });
  const byUse = <Node extends { readonly directives?: readonly ConstDirectiveNode[] }>(node: Node): Node => ({
    ...node,
    directives: resolvableFirst(node.directives),
  });
  return visit(document, { ObjectTypeDefinition: byUse, InterfaceTypeDefinition: byUse });
}

/**
 * To come back to a subgraph, Apollo's planner takes the first key of a type, and does not look whether the subgraph looks
 * anything up by it: so those come first by which it does.
 */
function resolvableFirst(directives: readonly ConstDirectiveNode[] = []): ConstDirectiveNode[] {
  return [...directives].sort((one, other) => Number(isUnresolvableKey(one)) - Number(isUnresolvableKey(other)));
}
