import type { EntityLookup, FetchNode, PlanNode } from './plan';

/** Calls that are made at once and differ only in where their entities are become one, which asks for each entity once. */
export function withEqualCallsJoined(nodes: readonly PlanNode[]): PlanNode[] {
  const joined = new Map<string, PlanNode>();
  for (const node of nodes) {
    const lookup = node.kind === 'fetch' && node.root === null && node.lookups.length === 1 ? node.lookups[0]! : null;
    // What comes from above the entities is another matter at each place.
    const key = lookup?.contexts.length === 0 ? callOf(node as FetchNode, lookup) : `${joined.size}`;
    const known = joined.get(key) as FetchNode | undefined;
    joined.set(key, known ? withPaths(known, lookup!) : node);
  }
  return [...joined.values()];
}

function callOf({ subgraph, text, variables }: FetchNode, { requires, inputRewrites, outputRewrites }: EntityLookup): string {
  return JSON.stringify([subgraph, text, variables, requires, inputRewrites, outputRewrites]);
}

function withPaths(call: FetchNode, { paths }: EntityLookup): FetchNode {
  const [lookup] = call.lookups;
  return { ...call, lookups: [{ ...lookup!, paths: [...lookup!.paths, ...paths] }] };
}
