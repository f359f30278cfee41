import {
  type EntityBatchAlias,
  type FetchNode,
  type FetchNodePathSegment,
  type FetchRewrite,
  type FlattenNodePathSegment,
  QueryPlanner,
  type RequiresSelection,
  type PlanNode as RouterNode,
} from '@graphql-hive/router-query-planner';
import type { Overrides } from './overrides';
import { EACH_ITEM, type EntityLookup, type EntityPath, type PathStep, type PlanNode, type RequiredSelection, type Rewrite } from './plan';
import type { Planner } from './planner';

/** Plans by Hive Router's planner, which is native code and knows no contexts. */
export function hivePlanner(supergraphSdl: string, { switchedOn }: Overrides): Planner {
  const planner = new QueryPlanner(supergraphSdl);
  return {
    plan({ text, operationName }, draw) {
      const { node } = planner.plan(text, operationName, switchedOn, draw);
      return node ? nodeFrom(node, []) : null;
    },
  };
}

function nodeFrom(node: RouterNode, path: EntityPath): PlanNode {
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'sequence', nodes: node.nodes.map((each) => nodeFrom(each, path)) };
    case 'Parallel':
      return { kind: 'parallel', nodes: node.nodes.map((each) => nodeFrom(each, path)) };
    case 'Flatten':
      return nodeFrom(node.node, [...path, ...node.path.map(stepFrom)]);
    case 'Fetch':
      return { ...callFrom(node), ...fetchedFrom(node, path) };
    case 'BatchFetch':
      return { ...callFrom(node), root: null, lookups: node.entityBatch.aliases.map((alias) => lookupFrom(alias, path)) };
    default:
      throw new Error(`a plan with ${node.kind} cannot be executed`);
  }
}

function callFrom({
  serviceName,
  operation,
  operationName,
  variableUsages = [],
}: Pick<FetchNode, 'serviceName' | 'operation' | 'operationName' | 'variableUsages'>) {
  return { kind: 'fetch', subgraph: serviceName, text: operation, operationName, variables: variableUsages } as const;
}

function fetchedFrom({ requires, inputRewrites, outputRewrites }: FetchNode, path: EntityPath) {
  if (!requires?.length) return { root: { path, rewrites: rewritesFrom(outputRewrites) }, lookups: [] };
  const lookup: EntityLookup = {
    responseName: '_entities',
    variable: 'representations',
    paths: [path],
    requires: requires.map(requiredFrom),
    contexts: [],
    inputRewrites: rewritesFrom(inputRewrites),
    outputRewrites: rewritesFrom(outputRewrites),
  };
  return { root: null, lookups: [lookup] };
}

function lookupFrom(alias: EntityBatchAlias, path: EntityPath): EntityLookup {
  return {
    responseName: alias.alias,
    variable: alias.representationsVariableName,
    paths: alias.paths.map((steps) => [...path, ...steps.map(stepFrom)]),
    requires: alias.requires.map(requiredFrom),
    contexts: [],
    inputRewrites: rewritesFrom(alias.inputRewrites),
    outputRewrites: rewritesFrom(alias.outputRewrites),
  };
}

function stepFrom(step: FlattenNodePathSegment): PathStep {
  if (step === '@') return EACH_ITEM;
  return 'Field' in step ? step.Field : { types: step.TypeCondition };
}

function requiredFrom(selection: RequiresSelection): RequiredSelection {
  if (selection.kind === 'Field') {
    const { name, alias, selections } = selection;
    // The alias is what the subgraph is told; the planner has fetched it under the name.
    return { kind: 'field', source: name, name: alias ?? name, selections: selections?.length ? selections.map(requiredFrom) : null };
  }
  if (selection.kind === 'FragmentSpread') throw new Error('a plan requires fields, not fragments by name');
  const { typeCondition, selections } = selection;
  return { kind: 'fragment', type: typeCondition, selections: selections.map(requiredFrom) };
}

function rewritesFrom(rewrites: readonly FetchRewrite[] = []): Rewrite[] {
  return rewrites.map((rewrite) => {
    if ('KeyRenamer' in rewrite) {
      const { path, renameKeyTo } = rewrite.KeyRenamer;
      return { ...placeOf(path), change: { renameTo: renameKeyTo } };
    }
    const { path, setValueTo } = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
    return { ...placeOf(path), change: { setTo: setValueTo } };
  });
}

function placeOf(segments: readonly FetchNodePathSegment[]): Pick<Rewrite, 'path' | 'field'> {
  const steps = segments.map((segment) => ('Key' in segment ? segment.Key : { types: segment.TypenameEquals }));
  const field = steps.at(-1);
  if (typeof field !== 'string') throw new Error('a rewrite ends at a field');
  return { path: steps.slice(0, -1), field };
}
