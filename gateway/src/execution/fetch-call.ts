import { AnswerShape } from '../transport/answer-shape';
import { OutgoingCall } from '../transport/outgoing-call';
import { fieldsOf, type PlannedOperation, plannedOperation } from '../transport/planned-operation';
import type { SubgraphTransport } from '../transport/transport';
import { absences, answeredErrors, type CallPlaces } from './call-errors';
import type { Variables } from './conditions';
import { clientVariable } from './data-names';
import { BatchedLookup, type EntityBatch } from './entity-batch';
import type { EntityKeys } from './entity-keys';
import { EntityWay, type Place } from './entity-path';
import type { Execution } from './execution';
import { type JsonObject, mergeInto } from './json-object';
import type { FetchNode, RootTarget } from './plan';
import { rewriterOf } from './rewrites';
import type { SupergraphTypes } from './supergraph-types';

export interface FetchOptions {
  readonly types: SupergraphTypes;
  readonly keys: EntityKeys;
  readonly transportTo: (subgraph: string) => SubgraphTransport;
  /** A call takes no longer, whatever goes wrong with it. */
  readonly longestCallMs: number;
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
    const { types, keys, transportTo, hasOwnParts } = options;
    const identifies = (typename: string, fields: ReadonlySet<string>) => keys.identify(node.subgraph, typename, fields);
    this.operation = plannedOperation(node.text, node.operationName);
    this.shape = new AnswerShape(this.operation, types.schema);
    this.transport = transportTo(node.subgraph);
    this.root = node.root && new RootMerge(node.root, types);
    const namesAt = (index: number) =>
      fieldsOf(this.operation, this.operation.lookups[index]?.selectionSet).map(({ responseName }) => responseName);
    this.lookups = node.lookups.map((lookup, index) => {
      return new BatchedLookup(lookup, { types, identifies, hasOwnParts, names: [...new Set(namesAt(index))] });
    });
    this.variables = node.variables.map((name) => ({ name, source: clientVariable(name) }));
  }

  /** Asks, unless nothing waits for an answer, and joins what comes. `contexts` are variables besides the client's. */
  async ask(run: Execution, batches: readonly EntityBatch[], contexts: JsonObject | null = null): Promise<void> {
    const { operation, root, lookups } = this;
    const isAsked = batches.some(({ types }) => types.length > 0) || (root?.isThere(run) ?? false);
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
  private readonly way: EntityWay;

  constructor(
    private readonly target: RootTarget,
    types: SupergraphTypes,
  ) {
    this.rewrite = rewriterOf(target.rewrites, types);
    this.way = new EntityWay(target.path, types);
  }

  isThere({ data }: Execution): boolean {
    return this.way.find(data).length > 0;
  }

  places({ data }: Execution): readonly Place[] {
    return this.way.places(data);
  }

  merge({ data }: Execution, answer: JsonObject): void {
    this.rewrite?.(answer);
    const isBelow = this.target.path.length > 0;
    for (const object of this.way.find(data)) mergeInto(object, answer, isBelow);
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
