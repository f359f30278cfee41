import { type FragmentDefinitionNode, Kind, type OperationDefinitionNode, OperationTypeNode, parse, type SelectionSetNode } from 'graphql';

/** An operation that a plan sends to a subgraph, read once for each text. */
export interface PlannedOperation {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** Plans repeat themselves; what clients write by hand must not stay for ever. */
const KEPT = 1000;
const read = new Map<string, PlannedOperation>();

export function plannedOperation(text: string): PlannedOperation {
  const known = read.get(text);
  if (known) return known;
  if (read.size >= KEPT) read.delete(read.keys().next().value!);
  const planned = readOperation(text);
  read.set(text, planned);
  return planned;
}

export function isQuery({ operation }: PlannedOperation): boolean {
  return operation.operation === OperationTypeNode.QUERY;
}

export interface SelectedField {
  readonly name: string;
  readonly responseName: string;
  readonly selectionSet: SelectionSetNode | undefined;
}

/** The fields that a selection asks of an object of this type; of any type when none is given. */
export function fieldsOf(planned: PlannedOperation, set: SelectionSetNode | undefined, typename?: string): SelectedField[] {
  return (set?.selections ?? []).flatMap((node): SelectedField[] => {
    if (node.kind === Kind.FIELD) {
      const name = node.name.value;
      return [{ name, responseName: node.alias?.value ?? name, selectionSet: node.selectionSet }];
    }
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : planned.fragments.get(node.name.value);
    const condition = fragment?.typeCondition?.name.value;
    return typename && condition && condition !== typename ? [] : fieldsOf(planned, fragment?.selectionSet, typename);
  });
}

function readOperation(text: string): PlannedOperation {
  const { definitions } = parse(text, { noLocation: true });
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('a plan sends operations only');
  const fragments = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return { operation, fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])) };
}
