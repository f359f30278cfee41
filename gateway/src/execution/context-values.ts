import type { GraphQLError } from 'graphql';
import { isObject } from '../transport/execution-result';
import type { Place } from './entity-path';
import type { Execution } from './execution';
import { type JsonObject, ownValue } from './json-object';
import { type ContextValue, fieldsOn, type TypeStep } from './plan';
import type { SupergraphTypes } from './supergraph-types';

/** What one entity is asked with. */
export interface FoundContext {
  /** By variable; null where there is nothing. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Variables that have no value, null included: fields that take them are not to be asked for. */
  readonly lacking: readonly string[];
  /** What kept a value from coming, by variable. */
  readonly failures: ReadonlyMap<string, GraphQLError>;
}

/** No way leads there: the call asks for fields of the variable where other types are above. */
const NOWHERE = Symbol('nowhere');

/** Finds the values of a lookup's contexts, above each entity. */
export class ContextValues {
  constructor(
    private readonly contexts: readonly ContextValue[],
    /** Variables that must not be null. */
    private readonly needed: ReadonlySet<string>,
    private readonly types: SupergraphTypes,
  ) {}

  /** Of the entity at the place. */
  above(place: Place, { data, errors }: Execution): FoundContext {
    const objects = objectsTo(place, data);
    const values: Record<string, unknown> = {};
    const lacking = new Set<string>();
    const failures = new Map<string, GraphQLError>();
    for (const { variable, levels, path } of this.contexts) {
      if (variable in values) continue;
      const from = objects.at(-1 - levels);
      const value = from ? this.follow(from.object, path) : NOWHERE;
      if (value === NOWHERE) {
        lacking.add(variable);
        continue;
      }
      values[variable] = value ?? null;
      const isNull = values[variable] === null;
      const failure = isNull && errors.length > 0 ? failureAt([...from!.place, ...fieldsOn(path)], errors) : undefined;
      if (failure) failures.set(variable, failure);
      if (failure || (isNull && this.needed.has(variable))) lacking.add(variable);
      else lacking.delete(variable);
    }
    return { values, lacking: [...lacking].sort(), failures };
  }

  private follow(value: unknown, path: readonly (string | TypeStep)[]): unknown {
    if (Array.isArray(value)) return value.map((item) => this.follow(item, path) ?? null);
    const [step, ...rest] = path;
    if (step === undefined || !isObject(value)) return value;
    if (typeof step === 'string') return this.follow(ownValue(value, step), rest);
    return this.types.mayBe(value, step.types) ? this.follow(value, rest) : NOWHERE;
  }
}

interface PlacedObject {
  readonly object: JsonObject;
  readonly place: Place;
}

/** The objects on the way from the root to the place, lists left out. */
function objectsTo(place: Place, data: JsonObject): PlacedObject[] {
  const objects: PlacedObject[] = [{ object: data, place: [] }];
  let here: unknown = data;
  for (const [index, step] of place.entries()) {
    here = (here as Record<string | number, unknown>)[step];
    if (isObject(here)) objects.push({ object: here, place: place.slice(0, index + 1) });
  }
  return objects;
}

/** The error that explains why nothing is at the place. */
function failureAt(place: Place, errors: readonly GraphQLError[]): GraphQLError | undefined {
  return errors.find(({ path }) => !path || path.every((step, index) => index >= place.length || step === place[index]));
}
