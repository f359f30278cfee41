import { AnswerShape } from '../transport/answer-shape';
import { OutgoingCall } from '../transport/outgoing-call';
import { type PlannedOperation, plannedOperation } from '../transport/planned-operation';
import type { SubgraphTransport } from '../transport/transport';
import { absences, answeredErrors, type CallPlaces } from './call-errors';
import type { Variables } from './conditions';
import { BatchedLookup, type EntityBatch } from './entity-batch';
import type { EntityKeys } from './entity-keys';
import type { EntityPaths, Place } from './entity-path';
import type { Execution, Step } from './execution';
import { type JsonObject, mergeInto } from './json-object';
import type { FetchNode, RootTarget } from './plan';
import { rewriterOf } from './rewrites';
import type { SupergraphTypes } from './supergraph-types';

export interface FetchOptions {
  readonly types: SupergraphTypes;
  readonly paths: EntityPaths;
  readonly keys: EntityKeys;
  readonly transportTo: (subgraph: string) => SubgraphTransport;
}

/** Compiles a call of a plan: what does not depend on the request is made once. */
export function fetchStep(node: FetchNode, { types, paths, keys, transportTo }: FetchOptions): Step {
  const operation = plannedOperation(node.text, node.operationName);
  const shape = new AnswerShape(operation, types.schema);
  const transport = transportTo(node.subgraph);
  const identifies = (typename: string, fields: ReadonlySet<string>) => keys.identify(node.subgraph, typename, fields);
  const root = node.root && new RootMerge(node.root, paths, types);
  const lookups = node.lookups.map((lookup) => new BatchedLookup(lookup, paths, types, identifies));
  return async (run) => {
    const batches = lookups.map((lookup) => lookup.batch(run));
    const isAsked = batches.some(({ values }) => values.length > 0) || (root?.isThere(run) ?? false);
    if (!isAsked) return;
    const variables = variablesOf(node.variables, run.variables);
    const call = new OutgoingCall({ operation, shape, context: run.context, variables, representations: batches, timing: run.timing });
    const places = () => new PlacesOfCall(run, root, batches, operation);
    try {
      const { data, errors } = await transport.send(call, run.deadline);
      if (errors?.length) run.errors.push(...answeredErrors(errors, places()));
      if (!data) return;
      root?.merge(run, data as JsonObject);
      for (const [index, lookup] of lookups.entries()) lookup.merge(batches[index]!, data[lookup.lookup.responseName]);
    } catch (error) {
      run.errors.push(...absences(error, operation, places(), types));
    }
  };
}

function variablesOf(names: readonly string[], variables: Variables): JsonObject | null {
  if (names.length === 0) return null;
  const used: JsonObject = {};
  for (const name of names) if (variables[name] !== undefined) used[name] = variables[name];
  return used;
}

/** Puts root fields of a call's answer where they belong. */
class RootMerge {
  private readonly rewrite: ((value: JsonObject) => void) | null;

  constructor(
    readonly target: RootTarget,
    private readonly paths: EntityPaths,
    types: SupergraphTypes,
  ) {
    this.rewrite = rewriterOf(target.rewrites, types);
  }

  isThere({ data }: Execution): boolean {
    return this.target.path.length === 0 || this.paths.find(data, this.target.path).length > 0;
  }

  places({ data }: Execution): readonly Place[] {
    return this.target.path.length === 0 ? [[]] : this.paths.places(data, this.target.path);
  }

  merge({ data }: Execution, answer: JsonObject): void {
    this.rewrite?.(answer);
    if (this.target.path.length === 0) {
      mergeInto(data, answer);
      return;
    }
    for (const object of this.paths.find(data, this.target.path)) mergeInto(object, answer, true);
  }
}

class PlacesOfCall implements CallPlaces {
  private readonly byName: ReadonlyMap<string, EntityBatch>;

  constructor(
    private readonly run: Execution,
    private readonly rootMerge: RootMerge | null,
    batches: readonly EntityBatch[],
    { lookups }: PlannedOperation,
  ) {
    this.byName = new Map(lookups.map(({ responseName }, index) => [responseName, batches[index]!]));
  }

  root() {
    return this.rootMerge ? this.rootMerge.places(this.run) : [[]];
  }

  entity(responseName: string, index: number) {
    return this.byName.get(responseName)?.placesOf(index);
  }

  entities(responseName: string) {
    return this.byName.get(responseName)?.asked() ?? [];
  }
}
