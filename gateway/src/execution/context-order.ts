import { bringsValueAt } from './call-selection';
import { callsIn, type PlacedCall, precedes, withCallMoved } from './placed-calls';
import { type FetchNode, fieldsOn, type PlanNode, type RequiredSelection } from './plan';

/** A plan, and which calls a call of it waits for, besides those that the plan puts before it. */
export interface OrderedPlan {
  readonly plan: PlanNode;
  readonly waits: ReadonlyMap<FetchNode, ReadonlySet<FetchNode>>;
}

/** Names of fields down the answer, to a value. */
type Way = readonly string[];

/**
 * A planner does not always put the call that brings a context's value before the call that takes it: where the two were apart
 * already, it leaves them side by side, or the wrong way round. Throws where the value cannot be had in time.
 */
export function inContextOrder(given: PlanNode): OrderedPlan {
  const plan = withBringersFirst(given);
  const calls = [...callsIn(plan)];
  const waits = new Map<FetchNode, Set<FetchNode>>();
  for (const taker of calls)
    for (const ways of valuesTakenBy(taker.node)) {
      const late = bringersOf(ways, taker, calls).filter((call) => !precedes(call, taker));
      if (late.length > 0) waits.set(taker.node, new Set([...(waits.get(taker.node) ?? []), ...late.map(({ node }) => node)]));
    }
  refuseCircles(calls, waits);
  return { plan, waits };
}

/** Calls that a value comes too late from are moved up, as far as what they are asked by is there already. */
function withBringersFirst(plan: PlanNode): PlanNode {
  const calls = [...callsIn(plan)];
  for (const taker of calls)
    for (const ways of valuesTakenBy(taker.node)) {
      if (bringersOf(ways, taker, calls).length > 0) continue;
      const before = calls.filter((call) => precedes(call, taker));
      const bringer = calls.find((call) => precedes(taker, call) && brings(call, ways) && canBeAsked(call, before));
      if (!bringer) throw new Error('a context has no value when the plan wants it');
      return withBringersFirst(withCallMoved(plan, bringer, taker));
    }
  return plan;
}

/** The calls that may bring a value in time, before the taker or beside it. */
function bringersOf(ways: readonly Way[], taker: PlacedCall, calls: readonly PlacedCall[]): PlacedCall[] {
  return calls.filter((call) => call !== taker && !precedes(taker, call) && brings(call, ways));
}

function brings({ node }: PlacedCall, ways: readonly Way[]): boolean {
  return ways.some((way) => bringsValueAt(way, node));
}

/** Whether these calls bring all that the entities of the call are looked up by. */
function canBeAsked({ node }: PlacedCall, before: readonly PlacedCall[]): boolean {
  if (node.root) return false;
  const required = node.lookups.flatMap(({ paths, requires }) =>
    paths.flatMap((path) => waysOf(requires).map((way) => [...fieldsOn(path), ...way])),
  );
  return required.every((way) => before.some((call) => brings(call, [way])));
}

function waysOf(requires: readonly RequiredSelection[]): Way[] {
  return requires.flatMap((selection): Way[] => {
    if (selection.kind === 'fragment') return waysOf(selection.selections);
    const { source, selections } = selection;
    if (source === '__typename') return [];
    return selections ? waysOf(selections).map((way) => [source, ...way]) : [[source]];
  });
}

/** For each variable, the ways on which its value can lie. */
function valuesTakenBy({ lookups }: FetchNode): Way[][] {
  return lookups.flatMap(({ contexts, paths }) => {
    const byVariable = new Map<string, Way[]>();
    for (const { variable, levels, path } of contexts) {
      const ways = paths.map((entities): Way => {
        const names = fieldsOn(entities);
        return [...names.slice(0, names.length - levels), ...fieldsOn(path)];
      });
      byVariable.set(variable, [...(byVariable.get(variable) ?? []), ...ways]);
    }
    return [...byVariable.values()];
  });
}

/** Calls that wait for each other would wait for ever. */
function refuseCircles(calls: readonly PlacedCall[], waits: OrderedPlan['waits']): void {
  const done = new Set<FetchNode>();
  const under = new Set<FetchNode>();
  const visit = (call: PlacedCall): void => {
    if (done.has(call.node)) return;
    if (under.has(call.node)) throw new Error('contexts of the plan wait for each other');
    under.add(call.node);
    for (const other of calls) if (waits.get(call.node)?.has(other.node) || precedes(other, call)) visit(other);
    under.delete(call.node);
    done.add(call.node);
  };
  for (const call of calls) visit(call);
}
