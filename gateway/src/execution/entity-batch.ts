import type { Representations } from '../transport/outgoing-call';
import type { EntityPaths, Place } from './entity-path';
import type { Execution } from './execution';
import { type JsonObject, mergeInto } from './json-object';
import type { EntityLookup, EntityPath } from './plan';
import { Representer } from './representation';
import { rewriterOf } from './rewrites';
import type { SupergraphTypes } from './supergraph-types';

/** Asks for the entities of a plan's lookup: each that differs once, however often it stands in the answer. */
export class BatchedLookup {
  private readonly representer: Representer;
  private readonly rewriteInput: ((value: JsonObject) => void) | null;
  private readonly rewriteOutput: ((value: JsonObject) => void) | null;

  constructor(
    readonly lookup: EntityLookup,
    private readonly paths: EntityPaths,
    private readonly types: SupergraphTypes,
    identifies: (typename: string, fields: ReadonlySet<string>) => boolean,
  ) {
    const isRenamed = lookup.inputRewrites.some(({ change }) => 'renameTo' in change);
    this.representer = new Representer(lookup.requires, types, isRenamed ? () => true : identifies);
    this.rewriteInput = rewriterOf(lookup.inputRewrites, types);
    this.rewriteOutput = rewriterOf(lookup.outputRewrites, types);
  }

  /** Collects what is to be asked for now. */
  batch({ data, errors }: Execution): EntityBatch {
    const isWhole = errors.length === 0;
    const batch = new EntityBatch(this.lookup, this.paths, this.types, data);
    for (const [path, way] of this.lookup.paths.entries())
      for (const object of this.paths.find(data, way)) {
        const key = this.representer.keyOf(object, isWhole);
        if (key === null) batch.pass(object, path);
        else if (!batch.join(object, path, key)) batch.ask(object, path, key, this.rewritten(this.representer.representation(object)));
      }
    return batch;
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
    private readonly lookup: EntityLookup,
    private readonly paths: EntityPaths,
    private readonly types: SupergraphTypes,
    private readonly data: JsonObject,
  ) {}

  get variable(): string {
    return this.lookup.variable;
  }

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
    /** The path that an entity was first merged at: objects of one path have the same fields, and may share parts. */
    const mergedAt: number[] = [];
    for (const { object, path, slot } of this.waiting) {
      const entity = slot === NOT_ASKED ? null : entities[slot];
      if (entity === null || entity === undefined) continue;
      mergedAt[slot] ??= path;
      const { __typename } = object;
      mergeInto(object, entity as JsonObject, mergedAt[slot] !== path);
      // A subgraph that knows it as an interface object calls it by the interface's name.
      if (object.__typename !== __typename && this.types.isObject(__typename)) object.__typename = __typename;
    }
  }

  placesOf(slot: number): Place[] {
    const places = this.allPlaces();
    return this.waiting.flatMap((waiting, index) => (waiting.slot === slot ? [places[index]!] : []));
  }

  *asked(): Generator<{ place: Place; typename: string }> {
    const places = this.allPlaces();
    for (const [index, { slot }] of this.waiting.entries())
      if (slot !== NOT_ASKED) yield { place: places[index]!, typename: String(this.values[slot]!.__typename) };
  }

  /** In the order of `waiting`. */
  private allPlaces(): Place[] {
    return this.lookup.paths.flatMap((path: EntityPath) => this.paths.places(this.data, path));
  }
}
