import { type PlannedOperation, plannedOperation } from '../transport/planned-operation';
import { numberedCall } from './numbered-call';
import { type FetchNode, type PlanNode, withCalls } from './plan';

/** Calls that are made at once, and look up entities in one subgraph, become one with the lookups of all. For plans without contexts. */
export function withCallsJoined(nodes: readonly PlanNode[]): PlanNode[] {
  const bySubgraph = new Map<string, FetchNode[]>();
  for (const call of nodes.filter(isLookup)) bySubgraph.set(call.subgraph, [...(bySubgraph.get(call.subgraph) ?? []), call]);
  const changes = new Map<FetchNode, FetchNode | null>();
  for (const calls of bySubgraph.values()) {
    const [first, ...others] = calls.length > 1 ? calls.filter(isPlain) : [];
    if (others.length === 0) continue;
    changes.set(first!, jointCall([first!, ...others]));
    for (const other of others) changes.set(other, null);
  }
  return changed(nodes, changes);
}

/** A part of a plan in which calls that could be made at once go along with a later one to the same subgraph. */
export interface PatientNodes {
  readonly nodes: readonly PlanNode[];
  /** So many calls, one after the other, are waited for by one of them. */
  readonly waits: number;
}

/**
 * What is done at once, with fewer calls: those that look up entities in a subgraph which is asked at the end of another
 * branch as well go along with that call. The answer waits for both in any case. Null when there is none.
 */
export function withCallsLater(nodes: readonly PlanNode[]): PatientNodes | null {
  const ends = nodes.flatMap((node) => (node.kind === 'fetch' ? [] : endsOf(node))).filter(({ call }) => isLookup(call));
  const changes = new Map<FetchNode, FetchNode | null>();
  let waits = 0;
  for (const call of nodes.filter(isLookup)) {
    const end = ends.find((each) => each.call.subgraph === call.subgraph && !changes.has(each.call) && isPlain(each.call));
    if (!end || !isPlain(call)) continue;
    changes.set(call, null);
    changes.set(end.call, jointCall([end.call, call]));
    waits = Math.max(waits, end.waits);
  }
  return changes.size === 0 ? null : { nodes: changed(nodes, changes), waits };
}

/** A call that no other waits for, and how many are made before it, one after the other. */
interface End {
  readonly call: FetchNode;
  readonly waits: number;
}

function endsOf(node: PlanNode, waits = 0): End[] {
  if (node.kind === 'fetch') return [{ call: node, waits }];
  if (node.kind === 'parallel') return node.nodes.flatMap((each) => endsOf(each, waits));
  return endsOf(node.nodes.at(-1)!, waits + sum(node.nodes.slice(0, -1).map(turnsOf)));
}

/** How many calls are made one after the other. */
function turnsOf(node: PlanNode): number {
  if (node.kind === 'fetch') return 1;
  const turns = node.nodes.map(turnsOf);
  return node.kind === 'parallel' ? Math.max(...turns) : sum(turns);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function isLookup(node: PlanNode): node is FetchNode {
  return node.kind === 'fetch' && node.root === null;
}

/** Whether its text has nothing besides its lookups. */
function isPlain(call: FetchNode): boolean {
  const { fragments, operation, lookups } = operationOf(call);
  const { directives = [], selectionSet } = operation;
  return fragments.size === 0 && directives.length === 0 && selectionSet.selections.length === lookups.length;
}

function operationOf({ text, operationName }: FetchNode): PlannedOperation {
  return plannedOperation(text, operationName);
}

/** One call with the lookups of several, in the first one's name. */
function jointCall(calls: readonly FetchNode[]): FetchNode {
  const parts = calls.flatMap((call) => call.parts ?? [call]);
  const lookups = parts.flatMap((part) => {
    const { operation, lookups: planned } = operationOf(part);
    return part.lookups.map((lookup) => {
      const { field } = planned.find(({ responseName }) => responseName === lookup.responseName)!;
      return { lookup, field, operation, own: new Set([lookup.variable]) };
    });
  });
  const variables = [...new Set(parts.flatMap((part) => part.variables))];
  return { ...numberedCall({ ...parts[0]!, variables }, lookups), parts };
}

function changed(nodes: readonly PlanNode[], changes: ReadonlyMap<FetchNode, FetchNode | null>): PlanNode[] {
  return withCalls(nodes, (call) => changes.get(call) ?? (changes.has(call) ? null : call));
}
