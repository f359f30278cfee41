import type { Representations } from '../transport/outgoing-call';
import { EntityWay, type Place } from './entity-path';
import type { Execution } from './execution';
import { type JsonObject, mergeInto, mergerOf } from './json-object';
import type { EntityLookup } from './plan';
import { Representer, type TypeRepresenter } from './representation';
import { rewriterOf } from './rewrites';
import type { SupergraphTypes } from './supergraph-types';

export interface LookupOptions {
  readonly types: SupergraphTypes;
  /** Whether fields make a key of a type in the subgraph. */
  readonly identifies: (typename: string, fields: ReadonlySet<string>) => boolean;
  /** No two objects of the answer share parts: what is below them may depend on what is above. */
  readonly hasOwnParts: boolean;
  /** What the call selects of the entities, by response names. */
  readonly names: readonly string[];
}

/** An object of the answer, and where it is. */
export interface FoundObject {
  readonly object: JsonObject;
  readonly place: Place;
}

/** Asks for the entities of a plan's lookup: each that differs once, however often it stands in the answer. */
export class BatchedLookup {
  private readonly ways: readonly EntityWay[];
  private readonly representer: Representer;
  private readonly rewriteInput: ((value: JsonObject) => void) | null;
  private readonly rewriteOutput: ((value: JsonObject) => void) | null;
  private readonly join: typeof mergeInto;

  constructor(
    readonly lookup: EntityLookup,
    private readonly options: LookupOptions,
  ) {
    const { types, identifies, names } = options;
    const isRenamed = lookup.inputRewrites.some(({ change }) => 'renameTo' in change);
    this.ways = lookup.paths.map((path) => new EntityWay(path, types));
    this.representer = new Representer(lookup.requires, types, isRenamed ? () => true : identifies);
    this.rewriteInput = rewriterOf(lookup.inputRewrites, types);
    this.rewriteOutput = rewriterOf(lookup.outputRewrites, types);
    // The type's name is another matter, and what is rewritten has other names.
    this.join = this.rewriteOutput ? mergeInto : mergerOf(names.filter((name) => name !== '__typename'));
  }

  /** Collects what is to be asked for now. */
  batch({ data, errors }: Execution): EntityBatch {
    const { ways } = this;
    const isWhole = errors.length === 0;
    const batch = this.emptyBatch(() => ways.flatMap((way) => way.places(data)));
    for (let path = 0; path < ways.length; path += 1) for (const object of ways[path]!.find(data)) this.add(object, path, isWhole, batch);
    return batch;
  }

  /** Of these objects alone, all found by the lookup's one path. */
  batchOf(found: readonly FoundObject[], { errors }: Execution): EntityBatch {
    const batch = this.emptyBatch(() => found.map(({ place }) => place));
    for (const { object } of found) this.add(object, 0, errors.length === 0, batch);
    return batch;
  }

  private emptyBatch(places: () => Place[]): EntityBatch {
    return new EntityBatch(this.lookup.variable, places);
  }

  private add(object: JsonObject, path: number, isWhole: boolean, batch: EntityBatch): void {
    const { __typename: typename } = object;
    const representer = typeof typename === 'string' ? this.representer.for(typename) : null;
    batch.wait(object, path, representer ? this.slotOf(object, representer, isWhole, batch) : NOT_ASKED);
  }

  private slotOf(object: JsonObject, representer: TypeRepresenter, isWhole: boolean, batch: EntityBatch): number {
    const quick = representer.quick.key(object);
    const made = quick === null ? representer.of(object, isWhole) : null;
    if (quick === null && made === null) return NOT_ASKED;
    const slots = quick === null ? batch.slotsByJson : batch.slotsOf(representer);
    const key = quick ?? JSON.stringify(made);
    let slot = slots.get(key);
    if (slot === undefined) {
      slot = this.ask(object, representer, made, batch);
      slots.set(key, slot);
    }
    return slot;
  }

  private ask(object: JsonObject, representer: TypeRepresenter, made: JsonObject | null, batch: EntityBatch): number {
    if (made === null && !this.rewriteInput) return batch.askBy(object, representer);
    const representation = made ?? representer.quick.value(object);
    this.rewriteInput?.(representation);
    return batch.ask(representation);
  }

  merge(batch: EntityBatch, entities: unknown): void {
    if (!Array.isArray(entities)) return;
    if (this.rewriteOutput) for (const entity of entities) if (entity) this.rewriteOutput(entity as JsonObject);
    const { types, hasOwnParts } = this.options;
    /** The path that an entity was first merged at: objects of one path have the same fields, and may share parts. */
    const mergedAt: (number | undefined)[] = new Array(entities.length);
    batch.eachWaiting((object, path, slot) => {
      const entity = entities[slot] as JsonObject | null | undefined;
      if (entity === null || entity === undefined) return;
      const { __typename } = object;
      const first = mergedAt[slot];
      this.join(object, entity, first !== undefined && (hasOwnParts || first !== path));
      mergedAt[slot] ??= path;
      // A subgraph that knows it as an interface object calls it by the interface's name.
      const told = typeof entity.__typename === 'string' ? entity.__typename : __typename;
      if (told !== __typename) object.__typename = types.isObject(__typename) ? __typename : told;
    });
  }
}

const NOT_ASKED = -1;

/** The entities that one call asks for, and the objects that wait for them. */
export class EntityBatch implements Representations {
  /** Slots by what is sent, of objects that have no quick key. */
  readonly slotsByJson = new Map<string | number, number>();
  /** By their quick keys, of the others. */
  private readonly slotsByType = new Map<TypeRepresenter, Map<string | number, number>>();
  readonly types: string[] = [];
  /** A representation, or where there is a representer the object that it makes one of. */
  private readonly sources: JsonObject[] = [];
  private readonly representers: (TypeRepresenter | null)[] = [];
  /** Objects of the answer that wait for an entity, the paths of the lookup that led to them, and the slots of what they wait for. */
  private readonly waiting: JsonObject[] = [];
  private readonly paths: number[] = [];
  private readonly slots: number[] = [];

  constructor(
    readonly variable: string,
    /** Where the objects are, in the order in which they came. */
    private readonly places: () => Place[],
  ) {}

  get values(): JsonObject[] {
    return this.sources.map((source, slot) => this.representers[slot]?.quick.value(source) ?? source);
  }

  get json(): string[] {
    return this.sources.map((source, slot) => this.representers[slot]?.quick.json(source) ?? JSON.stringify(source));
  }

  slotsOf(representer: TypeRepresenter): Map<string | number, number> {
    let slots = this.slotsByType.get(representer);
    if (!slots) {
      slots = new Map();
      this.slotsByType.set(representer, slots);
    }
    return slots;
  }

  /** Asks for what the representation stands for, and tells its slot. */
  ask(representation: JsonObject): number {
    this.representers.push(null);
    this.types.push(String(representation.__typename));
    return this.sources.push(representation) - 1;
  }

  /** By the object itself: what is sent of it is made when it is sent. */
  askBy(object: JsonObject, representer: TypeRepresenter): number {
    this.representers.push(representer);
    this.types.push(representer.typename);
    return this.sources.push(object) - 1;
  }

  wait(object: JsonObject, path: number, slot: number): void {
    this.waiting.push(object);
    this.paths.push(path);
    this.slots.push(slot);
  }

  eachWaiting(visit: (object: JsonObject, path: number, slot: number) => void): void {
    const { waiting, paths, slots } = this;
    for (let index = 0; index < waiting.length; index += 1)
      if (slots[index] !== NOT_ASKED) visit(waiting[index]!, paths[index]!, slots[index]!);
  }

  placesOf(slot: number): Place[] {
    return this.places().filter((_, index) => this.slots[index] === slot);
  }

  *asked(): Generator<{ place: Place; typename: string }> {
    const places = this.places();
    for (const [index, slot] of this.slots.entries()) if (slot !== NOT_ASKED) yield { place: places[index]!, typename: this.types[slot]! };
  }
}
