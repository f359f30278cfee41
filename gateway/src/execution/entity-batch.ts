import type { Representations } from '../transport/outgoing-call';
import type { EntityPaths, Place } from './entity-path';
import type { Execution } from './execution';
import { type JsonObject, mergeInto } from './json-object';
import type { EntityLookup, EntityPath } from './plan';
import { Representer } from './representation';
import { rewriterOf } from './rewrites';
import type { SupergraphTypes } from './supergraph-types';

export interface LookupOptions {
  readonly types: SupergraphTypes;
  readonly paths: EntityPaths;
  /** Whether fields make a key of a type in the subgraph. */
  readonly identifies: (typename: string, fields: ReadonlySet<string>) => boolean;
  /** No two objects of the answer share parts: what is below them may depend on what is above. */
  readonly hasOwnParts: boolean;
}

/** An object of the answer, and where it is. */
export interface FoundObject {
  readonly object: JsonObject;
  readonly place: Place;
}

/** Asks for the entities of a plan's lookup: each that differs once, however often it stands in the answer. */
export class BatchedLookup {
  private readonly representer: Representer;
  private readonly rewriteInput: ((value: JsonObject) => void) | null;
  private readonly rewriteOutput: ((value: JsonObject) => void) | null;

  constructor(
    readonly lookup: EntityLookup,
    private readonly options: LookupOptions,
  ) {
    const { types, identifies } = options;
    const isRenamed = lookup.inputRewrites.some(({ change }) => 'renameTo' in change);
    this.representer = new Representer(lookup.requires, types, isRenamed ? () => true : identifies);
    this.rewriteInput = rewriterOf(lookup.inputRewrites, types);
    this.rewriteOutput = rewriterOf(lookup.outputRewrites, types);
  }

  /** Collects what is to be asked for now. */
  batch({ data, errors }: Execution): EntityBatch {
    const isWhole = errors.length === 0;
    const { paths } = this.options;
    const batch = this.emptyBatch(() => this.lookup.paths.flatMap((path: EntityPath) => paths.places(data, path)));
    for (const [path, way] of this.lookup.paths.entries())
      for (const object of paths.find(data, way)) this.add(object, path, isWhole, batch);
    return batch;
  }

  /** Of these objects alone, all found by the lookup's one path. */
  batchOf(found: readonly FoundObject[], { errors }: Execution): EntityBatch {
    const batch = this.emptyBatch(() => found.map(({ place }) => place));
    for (const { object } of found) this.add(object, 0, errors.length === 0, batch);
    return batch;
  }

  private emptyBatch(places: () => Place[]): EntityBatch {
    return new EntityBatch(this.lookup.variable, this.options, places);
  }

  private add(object: JsonObject, path: number, isWhole: boolean, batch: EntityBatch): void {
    const key = this.representer.keyOf(object, isWhole);
    if (key === null) batch.pass(object, path);
    else if (!batch.join(object, path, key)) batch.ask(object, path, key, this.rewritten(this.representer.representation(object)));
  }

  private rewritten(representation: JsonObject): JsonObject {
    this.rewriteInput?.(representation);
    return representation;
  }

  merge(batch: EntityBatch, entities: unknown): void {
    if (!Array.isArray(entities)) return;
    if (this.rewriteOutput) for (const entity of entities) if (entity) this.rewriteOutput(entity as JsonObject);
    batch.fill(entities);
  }
}

/** An object of the answer that waits for an entity. */
interface Waiting {
  readonly object: JsonObject;
  /** Which of the lookup's paths led to it. */
  readonly path: number;
  /** The number of its representation; -1 for an object that cannot be asked for. */
  readonly slot: number;
}

const NOT_ASKED = -1;

/** The entities that one call asks for, and the objects that wait for them. */
export class EntityBatch implements Representations {
  readonly values: JsonObject[] = [];
  readonly json: string[] = [];
  private readonly slots = new Map<string, number>();
  private readonly waiting: Waiting[] = [];

  constructor(
    readonly variable: string,
    private readonly options: LookupOptions,
    /** Where the objects are, in the order in which they came. */
    private readonly places: () => Place[],
  ) {}

  /** An object that cannot be asked for. */
  pass(object: JsonObject, path: number): void {
    this.waiting.push({ object, path, slot: NOT_ASKED });
  }

  /** Waits for an entity that is asked for already; false when it is not. */
  join(object: JsonObject, path: number, key: string): boolean {
    const slot = this.slots.get(key);
    if (slot !== undefined) this.waiting.push({ object, path, slot });
    return slot !== undefined;
  }

  ask(object: JsonObject, path: number, key: string, representation: JsonObject): void {
    const slot = this.values.push(representation) - 1;
    this.json.push(JSON.stringify(representation));
    this.slots.set(key, slot);
    this.waiting.push({ object, path, slot });
  }

  fill(entities: readonly unknown[]): void {
    const { types, hasOwnParts } = this.options;
    /** The path that an entity was first merged at: objects of one path have the same fields, and may share parts. */
    const mergedAt: number[] = [];
    for (const { object, path, slot } of this.waiting) {
      const entity = slot === NOT_ASKED ? null : entities[slot];
      if (entity === null || entity === undefined) continue;
      const { __typename } = object;
      mergeInto(object, entity as JsonObject, mergedAt[slot] !== undefined && (hasOwnParts || mergedAt[slot] !== path));
      mergedAt[slot] ??= path;
      // A subgraph that knows it as an interface object calls it by the interface's name.
      if (object.__typename !== __typename && types.isObject(__typename)) object.__typename = __typename;
    }
  }

  placesOf(slot: number): Place[] {
    const places = this.places();
    return this.waiting.flatMap((waiting, index) => (waiting.slot === slot ? [places[index]!] : []));
  }

  *asked(): Generator<{ place: Place; typename: string }> {
    const places = this.places();
    for (const [index, { slot }] of this.waiting.entries())
      if (slot !== NOT_ASKED) yield { place: places[index]!, typename: String(this.values[slot]!.__typename) };
  }
}
