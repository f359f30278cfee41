import { DomainError } from '@township-graph/shared/errors';
import {
  type ArgumentNode,
  astFromValue,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { isCondition, isLetIn, type Variables } from './conditions';
import { type DataNames, variableInPlans } from './data-names';
import type { OperationToPlan } from './planner';
import type { RequiredArguments } from './required-arguments';

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

export interface SourceOperation {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
  /** Variables that `@skip` and `@include` depend on; what else they hold is not looked at. */
  readonly variables: Variables;
  readonly required: RequiredArguments;
  readonly names: DataNames;
}

/** What the schema alone can answer of the operation; null for nothing. */
export function introspectionOf(source: SourceOperation): DocumentNode | null {
  const selectionSet = new Pruning(source).rootFields(source.operation.selectionSet, isIntrospective);
  return selectionSet && documentOf(source, selectionSet);
}

/**
 * What is left for subgraphs, with `@skip` and `@include` decided: planners are spared what they are not needed for. Several
 * operations where subgraphs require one field with arguments that differ: each has its own plan, and its own data.
 */
export function plannable(source: SourceOperation): OperationToPlan[] {
  const isForSubgraphs = (name: string) => !isIntrospective(name) && name !== '__typename';
  const { selectionSet } = source.operation;
  const whole = new Pruning(source).rootFields(selectionSet, isForSubgraphs);
  if (!whole) return [];
  const [, ...others] = source.required.groups(fieldNamesIn(whole));
  if (others.length === 0) return [toPlan(source, whole)];
  if (source.operation.operation === OperationTypeNode.MUTATION) throw new RequirementsCollide();
  const apart = new Set(others.flatMap((group) => [...group]));
  const first = new Pruning(source, { isLeftOut: (name) => apart.has(name) });
  const parts = [
    first,
    ...others.map((group) => new Pruning(source, { isLeftOut: (name) => apart.has(name) && !group.has(name), only: group })),
  ];
  return parts.flatMap((part) => part.rootFields(selectionSet, isForSubgraphs) ?? []).map((set) => toPlan(source, set));
}

function toPlan(source: SourceOperation, selectionSet: SelectionSetNode): OperationToPlan {
  const document = visit(documentOf(source, selectionSet), {
    Variable: (node) => {
      const name = variableInPlans(node.name.value);
      return name === node.name.value ? undefined : { ...node, name: { ...node.name, value: name } };
    },
  });
  return { document, text: print(document), operationName: source.operation.name?.value };
}

function fieldNamesIn(set: SelectionSetNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(set, { Field: ({ name }) => void names.add(name.value) });
  return names;
}

/** A change cannot be made twice, once for each of what is asked of its result. */
class RequirementsCollide extends DomainError {
  constructor() {
    super('BAD_USER_INPUT', 'REQUIREMENTS_COLLIDE', {
      zh: '一次变更的返回中不能同时选取这些字段：它们所依赖的参数互不相容；请另行查询',
      en: 'These fields cannot be selected together in the result of a change: what they depend on takes different arguments. Ask for them in a query',
    });
  }
}

function isIntrospective(name: string): boolean {
  return name === '__schema' || name === '__type';
}

/** The operation with another selection, and the variables that it still uses. */
function documentOf({ operation }: SourceOperation, selectionSet: SelectionSetNode): DocumentNode {
  const used = new Set<string>();
  visit(selectionSet, { Variable: ({ name }) => void used.add(name.value) });
  const variableDefinitions = operation.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value));
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, variableDefinitions, selectionSet }] };
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

interface Parting {
  readonly isLeftOut: (name: string) => boolean;
  /** Keeps these fields, and what leads to them. */
  readonly only?: ReadonlySet<string>;
}

/** Leaves out what is not let in, and writes fragments out where they are used. */
class Pruning {
  constructor(
    private readonly source: SourceOperation,
    private readonly parting: Parting = { isLeftOut: () => false },
  ) {}

  /** The root fields that are wanted; null when there are none. */
  rootFields(set: SelectionSetNode, isWanted: (name: string) => boolean): SelectionSetNode | null {
    const selections = this.selections(set, false, isWanted);
    return selections.length > 0 ? { kind: Kind.SELECTION_SET, selections } : null;
  }

  /** `isKept`: everything below a field that is kept is. */
  private selections(set: SelectionSetNode, isKept: boolean, isWanted: (name: string) => boolean = () => true): SelectionNode[] {
    return set.selections.flatMap((node): SelectionNode[] => {
      if (!isLetIn(node.directives, this.source.variables)) return [];
      if (node.kind === Kind.FIELD) return isWanted(node.name.value) ? this.field(node, isKept) : [];
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.source.fragments.get(node.name.value);
      const selections = fragment ? this.selections(fragment.selectionSet, isKept, isWanted) : [];
      if (!fragment || selections.length === 0) return [];
      const { typeCondition } = fragment;
      const directives = this.forwarded(node.directives);
      return [{ kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet: { kind: Kind.SELECTION_SET, selections } }];
    });
  }

  private field(node: FieldNode, isBelowKept: boolean): FieldNode[] {
    const { name } = node;
    const { isLeftOut, only } = this.parting;
    if (isLeftOut(name.value)) return [];
    const isKept = isBelowKept || only === undefined || only.has(name.value);
    const dataName = this.source.names.of(node);
    const alias = dataName === name.value ? undefined : { kind: Kind.NAME as const, value: dataName };
    const pruned = { ...node, alias, directives: this.forwarded(node.directives) };
    if (!node.selectionSet) return isKept ? [pruned] : [];
    const selections = this.selections(node.selectionSet, isKept);
    if (selections.length === 0 && !isKept) return [];
    // Objects of which nothing is wanted are still objects.
    return [{ ...pruned, selectionSet: { kind: Kind.SELECTION_SET, selections: selections.length > 0 ? selections : [TYPENAME] } }];
  }

  /** Without conditions, which are decided, and with what a directive's arguments are by default: not all subgraphs need know of that. */
  private forwarded(nodes: readonly DirectiveNode[] = []): readonly DirectiveNode[] {
    return nodes.filter((node) => !isCondition(node)).map((node) => this.withDefaults(node));
  }

  private withDefaults(node: DirectiveNode): DirectiveNode {
    const { name, arguments: given = [] } = node;
    const args = this.source.schema.getDirective(name.value)?.args ?? [];
    const omitted = args.filter((arg) => arg.defaultValue !== undefined && !given.some((each) => each.name.value === arg.name));
    const defaults = omitted.map((arg): ArgumentNode => {
      const value = astFromValue(arg.defaultValue, arg.type)!;
      return { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: arg.name }, value };
    });
    return { ...node, arguments: [...given, ...defaults] };
  }
}
