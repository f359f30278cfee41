import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** An operation in two parts: what its schema alone can answer, and what is left for subgraphs. Null for a part that is empty. */
export interface SplitOperation {
  readonly introspection: DocumentNode | null;
  readonly rest: DocumentNode | null;
}

/** Takes `__schema` and `__type` out of a valid document. The root's `__typename` alone is nothing to ask a subgraph for. */
export function splitIntrospection(document: DocumentNode, operation: OperationDefinitionNode, fragments: Fragments): SplitOperation {
  const introspection = rootFields(operation.selectionSet, fragments, isIntrospective);
  const rest = rootFields(operation.selectionSet, fragments, (name) => !isIntrospective(name) && name !== '__typename');
  if (!introspection) return { introspection: null, rest: rest && document };
  const withSelection = (selectionSet: SelectionSetNode | null): DocumentNode | null =>
    selectionSet && {
      kind: Kind.DOCUMENT,
      definitions: [{ ...operation, selectionSet }, ...usedIn(selectionSet, fragments)],
    };
  return { introspection: withSelection(introspection), rest: withSelection(rest) };
}

function isIntrospective(name: string): boolean {
  return name === '__schema' || name === '__type';
}

/** The set with the root fields that are wanted, and fragments written out; null when there are none. */
function rootFields(set: SelectionSetNode, fragments: Fragments, isWanted: (name: string) => boolean): SelectionSetNode | null {
  const selections = set.selections.flatMap((node): SelectionNode[] => {
    if (node.kind === Kind.FIELD) return isWanted(node.name.value) ? [node] : [];
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
    const selectionSet = fragment && rootFields(fragment.selectionSet, fragments, isWanted);
    const { typeCondition } = fragment ?? {};
    return selectionSet ? [{ kind: Kind.INLINE_FRAGMENT, typeCondition, directives: node.directives, selectionSet }] : [];
  });
  return selections.length > 0 ? { kind: Kind.SELECTION_SET, selections } : null;
}

function usedIn(set: SelectionSetNode, fragments: Fragments, found = new Set<FragmentDefinitionNode>()): Iterable<FragmentDefinitionNode> {
  for (const node of set.selections) {
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : undefined;
    if (fragment && !found.has(fragment)) usedIn(fragment.selectionSet, fragments, found.add(fragment));
    if (node.kind !== Kind.FRAGMENT_SPREAD && node.selectionSet) usedIn(node.selectionSet, fragments, found);
  }
  return found;
}
