import {
  type FieldNode,
  type GraphQLNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { type PlannedOperation, plannedOperation } from '../transport/planned-operation';
import { responseNameOf } from './data-names';
import { callsOf, type FetchNode, fieldsOn, type PlanNode, withCalls } from './plan';
import type { SupergraphJoins } from './supergraph-joins';
import type { SupergraphTypes } from './supergraph-types';

/**
 * Where several subgraphs can be asked for a field, planners leave out what is selected of a type that one of them does
 * not have there, though the one that is asked may. This puts it back, as far as that one gives it by itself: what it has
 * given would be null otherwise.
 */
export function withLeftOutMembers(
  plan: PlanNode,
  operation: OperationDefinitionNode,
  types: SupergraphTypes,
  joins: SupergraphJoins,
): PlanNode {
  const reading = new Reading(types, joins);
  for (const call of callsOf(plan)) reading.read(call, types.schema.getRootType(operation.operation)!);
  const additions = new Map<SelectionSetNode, SelectionNode[]>();
  const added = new Set<FetchNode>();
  for (const { call, way, type, set } of reading.places)
    for (const member of joins.unevenMembers(type, call.subgraph)) {
      const wanted = fieldsAt(operation.selectionSet, way).flatMap((selected) => fieldsOf(selected, member.name, types));
      const missing = wanted.filter((node) => !reading.isAsked(way, member.name, responseNameOf(node)));
      const given = missing.flatMap((node) => joins.given(call.subgraph, member, node) ?? []);
      if (given.length === 0) continue;
      additions.set(set, [...(additions.get(set) ?? []), onType(member.name, given)]);
      added.add(call);
    }
  if (added.size === 0) return plan;
  return withCalls([plan], (call) => (added.has(call) ? withAdditions(call, reading.operationOf(call), additions, operation) : call))[0]!;
}

type Way = readonly string[];

/** Objects of an interface or union in what a call asks for. */
interface Place {
  readonly call: FetchNode;
  readonly way: Way;
  readonly type: GraphQLNamedType;
  readonly set: SelectionSetNode;
}

/** What the calls of a plan ask for, by the names in the answer that lead there. */
class Reading {
  readonly places: Place[] = [];
  private readonly operations = new Map<FetchNode, OperationDefinitionNode>();
  /** The types that a field is asked of, by its way. */
  private readonly asked = new Map<string, Set<string>>();

  constructor(
    private readonly types: SupergraphTypes,
    private readonly joins: SupergraphJoins,
  ) {}

  operationOf(call: FetchNode): OperationDefinitionNode {
    return this.operations.get(call)!;
  }

  isAsked(way: Way, typename: string, name: string): boolean {
    return [...(this.asked.get(keyOf([...way, name])) ?? [])].some((type) => this.types.is(typename, type));
  }

  read(call: FetchNode, rootType: GraphQLNamedType): void {
    const { operation, lookups } = withoutSpreads(plannedOperation(call.text));
    this.operations.set(call, operation);
    for (const { responseName, paths } of call.lookups) {
      const set = lookups.find((lookup) => lookup.responseName === responseName)?.selectionSet;
      if (set) for (const path of paths) this.set(set, rootType, fieldsOn(path), call);
    }
    if (call.root) this.set(operation.selectionSet, rootType, fieldsOn(call.root.path), call);
  }

  private set({ selections }: SelectionSetNode, type: GraphQLNamedType, way: Way, call: FetchNode): void {
    for (const node of selections) {
      if (node.kind === Kind.FRAGMENT_SPREAD) throw new Error('fragments are written out before they are read');
      if (node.kind === Kind.INLINE_FRAGMENT) {
        const on = node.typeCondition && this.types.schema.getType(node.typeCondition.name.value);
        this.set(node.selectionSet, on ?? type, way, call);
        continue;
      }
      const here = [...way, finalNameOf(node, call)];
      const key = keyOf(here);
      this.asked.set(key, (this.asked.get(key) ?? new Set()).add(type.name));
      const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
      if (!field || !node.selectionSet) continue;
      const below = this.joins.typeIn(call.subgraph, field);
      if (!isObjectType(below)) this.places.push({ call, way: here, type: below, set: node.selectionSet });
      this.set(node.selectionSet, below, here, call);
    }
  }
}

/** Hive's planner writes once what is alike in several places; what it leaves out of one may be asked for in another. */
function withoutSpreads(planned: PlannedOperation): PlannedOperation {
  const { operation, fragments } = planned;
  if (fragments.size === 0) return planned;
  const spelledOut = visit(operation, {
    FragmentSpread: ({ name, directives }) => {
      const { typeCondition, selectionSet } = fragments.get(name.value)!;
      return { kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet };
    },
  });
  // Read anew, so that no two places have a selection in common.
  return plannedOperation(print(spelledOut));
}

function keyOf(way: Way): string {
  return way.join('/');
}

/** Its name in the answer, once the call's rewrites are done. */
function finalNameOf(node: FieldNode, { root, lookups }: FetchNode): string {
  const name = responseNameOf(node);
  const rewrites = [...(root?.rewrites ?? []), ...lookups.flatMap(({ outputRewrites }) => outputRewrites)];
  const renamed = rewrites.find(({ field, change }) => field === name && 'renameTo' in change)?.change;
  return renamed && 'renameTo' in renamed ? renamed.renameTo : name;
}

/** What the operation selects at the end of the way. */
function fieldsAt(set: SelectionSetNode, way: Way): SelectionSetNode[] {
  return way.reduce((sets, name) => sets.flatMap((each) => namedIn(each, name).flatMap(({ selectionSet }) => selectionSet ?? [])), [set]);
}

function namedIn({ selections }: SelectionSetNode, name: string): FieldNode[] {
  return selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return responseNameOf(node) === name ? [node] : [];
    return node.kind === Kind.INLINE_FRAGMENT ? namedIn(node.selectionSet, name) : [];
  });
}

function fieldsOf({ selections }: SelectionSetNode, typename: string, types: SupergraphTypes): FieldNode[] {
  return selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node];
    if (node.kind === Kind.FRAGMENT_SPREAD) return [];
    return !node.typeCondition || types.is(typename, node.typeCondition.name.value) ? fieldsOf(node.selectionSet, typename, types) : [];
  });
}

function onType(name: string, selections: readonly FieldNode[]): SelectionNode {
  const typeCondition = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } } as const;
  return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet: { kind: Kind.SELECTION_SET, selections } };
}

function withAdditions(
  call: FetchNode,
  own: OperationDefinitionNode,
  additions: ReadonlyMap<SelectionSetNode, readonly SelectionNode[]>,
  { variableDefinitions: known = [] }: OperationDefinitionNode,
): FetchNode {
  const used = new Set<string>();
  const selected = visit(own, {
    SelectionSet: (node) => {
      const more = additions.get(node);
      return more && { ...node, selections: [...node.selections, ...more] };
    },
    Variable: ({ name }) => void used.add(name.value),
  });
  const defined = own.variableDefinitions ?? [];
  const further = known.filter(
    ({ variable: { name } }) => used.has(name.value) && !defined.some((each) => each.variable.name.value === name.value),
  );
  const definition = { ...selected, variableDefinitions: [...defined, ...further] };
  const variables = [...call.variables, ...further.map(({ variable }) => variable.name.value)];
  return { ...call, text: print(definition), variables };
}
