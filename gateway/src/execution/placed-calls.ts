import type { FetchNode, PlanNode, SequenceNode } from './plan';

/** A call, and the way to it through the plan. */
export interface PlacedCall {
  readonly node: FetchNode;
  readonly way: readonly { readonly in: Exclude<PlanNode, FetchNode>; readonly index: number }[];
}

export function* callsIn(node: PlanNode, way: PlacedCall['way'] = []): Generator<PlacedCall> {
  if (node.kind === 'fetch') yield { node, way };
  else for (const [index, each] of node.nodes.entries()) yield* callsIn(each, [...way, { in: node, index }]);
}

/** Whether the plan itself ends the one before it begins the other. */
export function precedes(one: PlacedCall, other: PlacedCall): boolean {
  const at = partingOf(one, other);
  return one.way[at]?.in.kind === 'sequence' && one.way[at]!.index < other.way[at]!.index;
}

/** The plan with a call moved up in a sequence, to just before what holds the other. */
export function withCallMoved(plan: PlanNode, call: PlacedCall, before: PlacedCall): PlanNode {
  const { in: sequence, index } = before.way[partingOf(call, before)]!;
  const moved = (node: PlanNode): PlanNode | null => {
    if (node === call.node) return null;
    if (node.kind === 'fetch') return node;
    const nodes = node.nodes.map(moved);
    if (node === sequence) nodes.splice(index, 0, call.node);
    return { kind: node.kind, nodes: nodes.filter((each) => each !== null) } as SequenceNode;
  };
  return moved(plan)!;
}

/** How far down the plan the two are in the same nodes. */
function partingOf(one: PlacedCall, other: PlacedCall): number {
  return one.way.findIndex(({ index }, depth) => index !== other.way[depth]?.index);
}
