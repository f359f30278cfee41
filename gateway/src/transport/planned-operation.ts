import {
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { narrowed } from '../narrow-text';

/** An operation that is sent to a subgraph, read once for each text. */
export interface PlannedOperation {
  readonly text: string;
  readonly operationName: string | undefined;
  readonly isQuery: boolean;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Its `_entities` fields. */
  readonly lookups: readonly PlannedLookup[];
  /** The body of a call of it, up to its variables. */
  readonly bodyStart: string;
}

/** An `_entities` field, and the variable that says which entities it asks for. */
export interface PlannedLookup {
  readonly field: FieldNode;
  readonly responseName: string;
  readonly variable: string;
  readonly selectionSet: SelectionSetNode | undefined;
}

export function plannedOperation(text: string, operationName?: string): PlannedOperation {
  const { definitions } = parse(text, { noLocation: true });
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('a plan sends operations only');
  const fragments = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const name = operationName === undefined ? '' : `"operationName":${JSON.stringify(operationName)},`;
  return {
    text,
    operationName,
    isQuery: operation.operation === OperationTypeNode.QUERY,
    operation,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    lookups: operation.selectionSet.selections.flatMap((node) => (isLookup(node) ? [lookupOf(node)] : [])),
    bodyStart: narrowed(`{"query":${JSON.stringify(text)},${name}"variables":`),
  };
}

function isLookup(node: { readonly kind: Kind; readonly name?: { readonly value: string } }): node is FieldNode {
  return node.kind === Kind.FIELD && node.name?.value === '_entities';
}

function lookupOf(field: FieldNode): PlannedLookup {
  const { alias, name, arguments: given = [], selectionSet } = field;
  const value = given.find((argument) => argument.name.value === 'representations')?.value;
  return {
    field,
    responseName: (alias ?? name).value,
    variable: value?.kind === Kind.VARIABLE ? value.name.value : 'representations',
    selectionSet,
  };
}

export interface SelectedField {
  readonly name: string;
  readonly responseName: string;
  readonly selectionSet: SelectionSetNode | undefined;
}

/** The fields that a selection asks of an object that `applies` says its fragments' types of. */
export function fieldsOf(
  planned: PlannedOperation,
  set: SelectionSetNode | undefined,
  applies: (type: string) => boolean = () => true,
): SelectedField[] {
  return (set?.selections ?? []).flatMap((node): SelectedField[] => {
    if (node.kind === Kind.FIELD) {
      const name = node.name.value;
      return [{ name, responseName: node.alias?.value ?? name, selectionSet: node.selectionSet }];
    }
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : planned.fragments.get(node.name.value);
    const condition = fragment?.typeCondition?.name.value;
    return condition !== undefined && !applies(condition) ? [] : fieldsOf(planned, fragment?.selectionSet, applies);
  });
}
