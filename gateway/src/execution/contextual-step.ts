import { GraphQLError } from 'graphql';
import { MAX_ERRORS } from './call-errors';
import { ContextValues, type FoundContext } from './context-values';
import type { FoundObject } from './entity-batch';
import { EntityWay } from './entity-path';
import type { Execution, Step } from './execution';
import { FetchCall, type FetchOptions } from './fetch-call';
import { GroupedCall } from './grouped-call';
import type { JsonObject } from './json-object';
import { numbered } from './numbered-call';
import type { FetchNode } from './plan';

/** So many groups go into one call: sixteen lookups of a thousand fields are not too much for a subgraph. */
export const MOST_GROUPS = 16;

/** Entities that are asked with the same values. */
interface Group extends FoundContext {
  readonly found: FoundObject[];
}

/** Compiles a call of a plan whose entities are asked with what is above them: those of equal values together, each group by itself. */
export function contextualStep(node: FetchNode, options: FetchOptions): Step {
  const grouped = new GroupedCall(node);
  const lookup = node.lookups[0]!;
  const values = new ContextValues(lookup.contexts, grouped.needed, options.types);
  const way = new EntityWay(lookup.paths[0]!, options.types);
  const calls = new Map<string, FetchCall | null>();

  const callFor = (groups: number, lacking: readonly string[]): FetchCall | null => {
    const key = `${groups} ${lacking.join()}`;
    let call = calls.get(key);
    if (call === undefined) {
      const groupedNode = grouped.callFor(groups, new Set(lacking));
      call = groupedNode && new FetchCall(groupedNode, options);
      calls.set(key, call);
    }
    return call;
  };

  const groupsIn = (run: Execution): Group[] => {
    const groups = new Map<string, Group>();
    const objects = way.find(run.data);
    for (const [index, place] of way.places(run.data).entries()) {
      const context = values.above(place, run);
      const key = JSON.stringify([context.values, context.lacking]);
      const group = groups.get(key) ?? { ...context, found: [] };
      group.found.push({ object: objects[index]!, place });
      groups.set(key, group);
    }
    return [...groups.values()];
  };

  const ask = async (run: Execution, groups: readonly Group[]): Promise<void> => {
    const call = callFor(groups.length, groups[0]!.lacking);
    if (!call) return;
    const contexts: JsonObject = {};
    for (const [number, group] of groups.entries())
      for (const [variable, value] of Object.entries(group.values))
        if (!group.lacking.includes(variable)) contexts[numbered(variable, number)] = value;
    const batches = groups.map(({ found }, number) => call.lookups[number]!.batchOf(found, run));
    await call.ask(run, batches, contexts);
  };

  /** What kept a value from coming keeps the fields that need it from coming too. */
  const failuresOf = (groups: readonly Group[]): GraphQLError[] => {
    const failures: GraphQLError[] = [];
    for (const group of groups)
      for (const [variable, { message, extensions, originalError }] of group.failures)
        for (const { place } of group.found)
          for (const field of failures.length < MAX_ERRORS ? grouped.takersOf(variable) : [])
            failures.push(new GraphQLError(message, { path: [...place, field], extensions, originalError }));
    return failures;
  };

  return async (run) => {
    const groups = groupsIn(run);
    run.errors.push(...failuresOf(groups));
    await Promise.all([...partsOf(groups)].map((part) => ask(run, part)));
  };
}

/** Groups that are asked for the same fields, so many that they go into one call. */
function* partsOf(groups: readonly Group[]): Generator<readonly Group[]> {
  const alike = new Map<string, Group[]>();
  for (const group of groups) {
    const key = group.lacking.join();
    alike.set(key, [...(alike.get(key) ?? []), group]);
  }
  for (const all of alike.values()) for (let from = 0; from < all.length; from += MOST_GROUPS) yield all.slice(from, from + MOST_GROUPS);
}
