import { operationFromDocument, type Supergraph } from '@apollo/federation-internals';
import {
  type PlanNode as ApolloNode,
  type FetchDataKeyRenamer,
  type FetchDataRewrite,
  type FetchNode,
  QueryPlanner,
  type QueryPlanSelectionNode,
  type SubscriptionNode,
} from '@apollo/query-planner';
import { DomainError } from '@township-graph/shared/errors';
import { withEqualCallsJoined } from './equal-calls';
import type { Overrides } from './overrides';
import {
  type ContextValue,
  EACH_ITEM,
  type EntityPath,
  type PathStep,
  type PlanNode,
  type RequiredSelection,
  type Rewrite,
  type TypeStep,
} from './plan';
import type { Planner } from './planner';

/** How many plans are weighed against each other, and how many ways to a field are looked at: an operation of a kilobyte can have millions. */
const MOST_PLANS = 500;
const MOST_WAYS = 2000;

/** Plans by Apollo's planner, in JavaScript: slower, with more memory, and on every platform. */
export function apolloPlanner(supergraph: Supergraph, overrides: Overrides, isContextual: boolean): Planner {
  const planner = new QueryPlanner(supergraph, {
    // Objects of one type are not looked up for what is selected of another. Where there are contexts, entities of all types go
    // into one call by their values.
    typeConditionedFetching: !isContextual,
    debug: { maxEvaluatedPlans: MOST_PLANS, pathsLimit: MOST_WAYS },
  });
  const schema = supergraph.apiSchema();
  return {
    plan({ document, operationName }, draw) {
      try {
        const operation = operationFromDocument(schema, document, { operationName });
        const { node } = planner.buildQueryPlan(operation, { overrideConditions: overrides.outcomes(draw) });
        return node ? nodeFrom(node, []) : null;
      } catch (error) {
        throw /too many options/i.test((error as Error).message) ? new TooManyWays() : error;
      }
    },
  };
}

/** So many ways lead to what is asked that choosing between them would take longer than anybody waits. */
export class TooManyWays extends DomainError {
  constructor() {
    super('OPERATION_REFUSED', 'PLAN_TOO_COMPLEX', {
      zh: '查询可由过多的路径取得，无法在合理时间内规划；请减少嵌套层数或字段',
      en: 'Too many ways lead to what is asked; ask for fewer levels or fields',
    });
  }
}

/** Whether the planner has thrown it for want of a way to what is asked. */
export function isWithoutWay(error: unknown): boolean {
  return /not able to find any options/i.test((error as Error).message);
}

function nodeFrom(node: ApolloNode | SubscriptionNode, path: EntityPath): PlanNode {
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'sequence', nodes: node.nodes.map((each) => nodeFrom(each, path)) };
    case 'Parallel':
      return { kind: 'parallel', nodes: withEqualCallsJoined(node.nodes.map((each) => nodeFrom(each, path))) };
    case 'Flatten':
      return nodeFrom(node.node, [...path, ...node.path.flatMap(stepsFrom)]);
    case 'Fetch':
      return fetchFrom(node, path);
    default:
      throw new Error(`a plan with ${node.kind} cannot be executed`);
  }
}

function fetchFrom(node: FetchNode, path: EntityPath): PlanNode {
  const contexts = (node.contextRewrites ?? []).map(contextFrom);
  const given = new Set(contexts.map(({ variable }) => variable));
  const call = {
    kind: 'fetch',
    subgraph: node.serviceName,
    text: node.operation,
    operationName: node.operationName,
    variables: (node.variableUsages ?? []).filter((name) => !given.has(name)),
  } as const;
  const outputRewrites = rewritesFrom(node.outputRewrites);
  if (!node.requires && contexts.length > 0) throw new Error('a context is above entities, not above the root');
  if (!node.requires) return { ...call, root: { path, rewrites: outputRewrites }, lookups: [] };
  const requires = node.requires.map(requiredFrom);
  const inputRewrites = rewritesFrom(node.inputRewrites);
  const lookup = {
    responseName: '_entities',
    variable: 'representations',
    paths: [path],
    requires,
    contexts,
    inputRewrites,
    outputRewrites,
  };
  return { ...call, root: null, lookups: [lookup] };
}

function contextFrom({ path, renameKeyTo }: FetchDataKeyRenamer): ContextValue {
  const levels = path.lastIndexOf('..') + 1;
  return { variable: renameKeyTo, levels, path: path.slice(levels).map(onOrInto) };
}

/** `field`, `@` for each item, and behind either `|[A,B]` for objects of these types alone. */
function stepsFrom(step: string | number): PathStep[] {
  const [, name, types] = /^(.*?)(?:\|\[(.*)\])?$/.exec(String(step))!;
  const steps: PathStep[] = name === '' ? [] : [name === '@' ? EACH_ITEM : onOrInto(name!)];
  return types === undefined ? steps : [...steps, { types: types.split(',') }];
}

/** `... on Type` goes on with objects of the type alone; anything else is a field. */
function onOrInto(step: string): string | TypeStep {
  return step.startsWith('... on ') ? { types: [step.slice('... on '.length)] } : step;
}

function requiredFrom(selection: QueryPlanSelectionNode): RequiredSelection {
  if (selection.kind === 'InlineFragment')
    return { kind: 'fragment', type: selection.typeCondition ?? null, selections: selection.selections.map(requiredFrom) };
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
