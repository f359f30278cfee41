import { AnswerShape } from '../transport/answer-shape';
import { OutgoingCall } from '../transport/outgoing-call';
import { type PlannedOperation, plannedOperation } from '../transport/planned-operation';
import type { SubgraphTransport } from '../transport/transport';
import { absences, answeredErrors, type CallPlaces } from './call-errors';
import type { Variables } from './conditions';
import { clientVariable } from './data-names';
import { BatchedLookup, type EntityBatch } from './entity-batch';
import type { EntityKeys } from './entity-keys';
import type { EntityPaths, Place } from './entity-path';
import type { Execution } from './execution';
import { type JsonObject, mergeInto } from './json-object';
import type { FetchNode, RootTarget } from './plan';
import { rewriterOf } from './rewrites';
import type { SupergraphTypes } from './supergraph-types';

export interface FetchOptions {
  readonly types: SupergraphTypes;
  readonly paths: EntityPaths;
  readonly keys: EntityKeys;
  readonly transportTo: (subgraph: string) => SubgraphTransport;
  /** No two objects of the answer share parts. */
  readonly hasOwnParts: boolean;
}

/** A call of a plan: what does not depend on the request is made once. */
export class FetchCall {
  readonly lookups: readonly BatchedLookup[];
  private readonly operation: PlannedOperation;
  private readonly shape: AnswerShape;
  private readonly transport: SubgraphTransport;
  private readonly root: RootMerge | null;
  /** The client's variables, by the names that they have in the call. */
  private readonly variables: readonly { readonly name: string; readonly source: string }[];

  constructor(
    node: FetchNode,
    private readonly options: FetchOptions,
  ) {
    const { types, paths, keys, transportTo, hasOwnParts } = options;
    const identifies = (typename: string, fields: ReadonlySet<string>) => keys.identify(node.subgraph, typename, fields);
    this.operation = plannedOperation(node.text, node.operationName);
    this.shape = new AnswerShape(this.operation, types.schema);
    this.transport = transportTo(node.subgraph);
    this.root = node.root && new RootMerge(node.root, paths, types);
    this.lookups = node.lookups.map((lookup) => new BatchedLookup(lookup, { types, paths, identifies, hasOwnParts }));
    this.variables = node.variables.map((name) => ({ name, source: clientVariable(name) }));
  }

  /** Asks, unless nothing waits for an answer, and joins what comes. `contexts` are variables besides the client's. */
  async ask(run: Execution, batches: readonly EntityBatch[], contexts: JsonObject | null = null): Promise<void> {
    const { operation, root, lookups } = this;
    const isAsked = batches.some(({ values }) => values.length > 0) || (root?.isThere(run) ?? false);
    if (!isAsked) return;
    const variables = this.variablesOf(run.variables, contexts);
    const call = new OutgoingCall({
      operation,
      shape: this.shape,
      context: run.context,
      variables,
      representations: batches,
      timing: run.timing,
    });
    const places = () => new PlacesOfCall(run, root, batches, operation);
    try {
      const { data, errors } = await this.transport.send(call, run.deadline);
      if (errors?.length) run.errors.push(...answeredErrors(errors, places()));
      if (!data) return;
      root?.merge(run, data as JsonObject);
      for (const [index, lookup] of lookups.entries()) lookup.merge(batches[index]!, data[lookup.lookup.responseName]);
    } catch (error) {
      run.errors.push(...absences(error, operation, places(), this.options.types));
    }
  }

  private variablesOf(given: Variables, contexts: JsonObject | null): JsonObject | null {
    if (this.variables.length === 0) return contexts;
    const used: JsonObject = { ...contexts };
    for (const { name, source } of this.variables) if (given[source] !== undefined) used[name] = given[source];
    return used;
  }
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
