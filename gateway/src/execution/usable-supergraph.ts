import { type ConstDirectiveNode, type DefinitionNode, type DocumentNode, Kind } from 'graphql';
import { linkTo } from '../supergraph-links';
import { isUnresolvableKey } from './join-directives';

/** The supergraph as it is used: the same, with what Apollo's library trips over out of its way. */
export function usableSupergraph(document: DocumentNode): DocumentNode {
  const forClients = executableDirectivesIn(document);
  const usable = (node: DefinitionNode): DefinitionNode => {
    switch (node.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION:
        return { ...node, directives: resolvableFirst(node.directives) };
      case Kind.SCHEMA_DEFINITION:
        return { ...node, directives: withoutLinksOf(forClients, node.directives) };
      default:
        return node;
    }
  };
  return { ...document, definitions: document.definitions.map(usable) };
}

/**
 * To come back to a subgraph, Apollo's planner takes the first key of a type, and does not look whether the subgraph looks
 * anything up by it: so those come first by which it does.
 */
function resolvableFirst(directives: readonly ConstDirectiveNode[] = []): ConstDirectiveNode[] {
  return [...directives].sort((one, other) => Number(isUnresolvableKey(one)) - Number(isUnresolvableKey(other)));
}

/** What belongs to a linked specification is kept from clients; directives that only clients can use are theirs all the same. */
function withoutLinksOf(forClients: ReadonlySet<string>, directives: readonly ConstDirectiveNode[] = []): ConstDirectiveNode[] {
  return directives.filter((node) => {
    const imported = [...(linkTo(node)?.imports.values() ?? [])];
    return imported.length === 0 || !imported.every((name) => forClients.has(name));
  });
}

/** Places in operations, not in schemas. */
const EXECUTABLE = new Set([
  'QUERY',
  'MUTATION',
  'SUBSCRIPTION',
  'FIELD',
  'FRAGMENT_DEFINITION',
  'FRAGMENT_SPREAD',
  'INLINE_FRAGMENT',
  'VARIABLE_DEFINITION',
]);

function executableDirectivesIn({ definitions }: DocumentNode): ReadonlySet<string> {
  return new Set(
    definitions.flatMap((node) =>
      node.kind === Kind.DIRECTIVE_DEFINITION && node.locations.every(({ value }) => EXECUTABLE.has(value)) ? [node.name.value] : [],
    ),
  );
}
