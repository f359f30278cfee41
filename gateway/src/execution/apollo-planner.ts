import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import {
  type PlanNode as ApolloNode,
  type FetchDataRewrite,
  type FetchNode,
  QueryPlanner,
  type QueryPlanSelectionNode,
  type SubscriptionNode,
} from '@apollo/query-planner';
import { EACH_ITEM, type EntityPath, type PathStep, type PlanNode, type RequiredSelection, type Rewrite, type TypeStep } from './plan';
import type { Planner } from './planner';

/** Plans by Apollo's planner, in JavaScript: slower, with more memory, and on every platform. */
export function apolloPlanner(supergraphSdl: string): Planner {
  const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: false });
  const planner = new QueryPlanner(supergraph);
  const schema = supergraph.apiSchema();
  return {
    plan({ document, operationName }) {
      const { node } = planner.buildQueryPlan(operationFromDocument(schema, document, { operationName }));
      return node ? nodeFrom(node, []) : null;
    },
  };
}

function nodeFrom(node: ApolloNode | SubscriptionNode, path: EntityPath): PlanNode {
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'sequence', nodes: node.nodes.map((each) => nodeFrom(each, path)) };
    case 'Parallel':
      return { kind: 'parallel', nodes: node.nodes.map((each) => nodeFrom(each, path)) };
    case 'Flatten':
      return nodeFrom(node.node, [...path, ...node.path.map(stepFrom)]);
    case 'Condition':
      return {
        kind: 'condition',
        variable: node.condition,
        whenTrue: node.ifClause ? nodeFrom(node.ifClause, path) : null,
        whenFalse: node.elseClause ? nodeFrom(node.elseClause, path) : null,
      };
    case 'Fetch':
      return fetchFrom(node, path);
    default:
      throw new Error(`a plan with ${node.kind} cannot be executed`);
  }
}

function fetchFrom(node: FetchNode, path: EntityPath): PlanNode {
  if (node.contextRewrites?.length) throw new Error('a plan with @fromContext cannot be executed');
  const call = {
    kind: 'fetch',
    subgraph: node.serviceName,
    text: node.operation,
    operationName: node.operationName,
    variables: node.variableUsages ?? [],
  } as const;
  const outputRewrites = rewritesFrom(node.outputRewrites);
  if (!node.requires) return { ...call, root: { path, rewrites: outputRewrites }, lookups: [] };
  const requires = node.requires.map(requiredFrom);
  const inputRewrites = rewritesFrom(node.inputRewrites);
  const lookup = { responseName: '_entities', variable: 'representations', paths: [path], requires, inputRewrites, outputRewrites };
  return { ...call, root: null, lookups: [lookup] };
}

function stepFrom(step: string | number): PathStep {
  return step === '@' ? EACH_ITEM : onOrInto(String(step));
}

/** `... on Type` goes on with objects of the type alone; anything else is a field. */
function onOrInto(step: string): string | TypeStep {
  return step.startsWith('... on ') ? { types: [step.slice('... on '.length)] } : step;
}

function requiredFrom(selection: QueryPlanSelectionNode): RequiredSelection {
  if (selection.kind === 'InlineFragment')
    return { kind: 'fragment', type: selection.typeCondition ?? null, conditions: [], selections: selection.selections.map(requiredFrom) };
  const name = selection.alias ?? selection.name;
  return { kind: 'field', source: name, name, selections: selection.selections?.map(requiredFrom) ?? null };
}

function rewritesFrom(rewrites: readonly FetchDataRewrite[] = []): Rewrite[] {
  return rewrites.map((rewrite) => {
    const field = rewrite.path.at(-1)!;
    const path = rewrite.path.slice(0, -1).map(onOrInto);
    return { path, field, change: rewrite.kind === 'ValueSetter' ? { setTo: rewrite.setValueTo } : { renameTo: rewrite.renameKeyTo } };
  });
}
