import { isObject } from '../transport/execution-result';
import { type JsonObject, ownValue } from './json-object';
import { EACH_ITEM, type EntityPath } from './plan';
import type { SupergraphTypes } from './supergraph-types';

/** Where an object is in the answer. */
export type Place = readonly (string | number)[];

/** Walks ways down the answer. */
export class EntityPaths {
  constructor(private readonly types: SupergraphTypes) {}

  /** The objects at the end of the way, in order; what is null on the way leads to none. */
  find(data: JsonObject, path: EntityPath): JsonObject[] {
    const found: JsonObject[] = [];
    this.walk(data, path, 0, found);
    return found;
  }

  /** Where those objects are, in the same order. */
  places(data: JsonObject, path: EntityPath): Place[] {
    const places: Place[] = [];
    this.walkPlaces(data, path, 0, [], places);
    return places;
  }

  private walk(value: unknown, path: EntityPath, from: number, found: JsonObject[]): void {
    let here = value;
    for (let at = from; at < path.length; at += 1) {
      if (here === null || typeof here !== 'object') return;
      const step = path[at]!;
      if (Array.isArray(here)) {
        const next = step === EACH_ITEM ? at + 1 : at;
        for (let index = 0; index < here.length; index += 1) this.walk(here[index], path, next, found);
        return;
      }
      if (step === EACH_ITEM) return;
      if (typeof step === 'string') here = ownValue(here as JsonObject, step);
      else if (!this.types.mayBe(here as JsonObject, step.types)) return;
    }
    if (Array.isArray(here)) for (const item of here) this.walk(item, path, path.length, found);
    else if (isObject(here)) found.push(here);
  }

  private walkPlaces(value: unknown, path: EntityPath, at: number, here: Place, places: Place[]): void {
    if (value === null || typeof value !== 'object') return;
    const step = path[at];
    if (Array.isArray(value)) {
      const next = step === EACH_ITEM ? at + 1 : at;
      for (const [index, item] of value.entries()) this.walkPlaces(item, path, next, [...here, index], places);
    } else if (step === undefined) places.push(here);
    else if (typeof step === 'string') this.walkPlaces(ownValue(value as JsonObject, step), path, at + 1, [...here, step], places);
    else if (step !== EACH_ITEM && this.types.mayBe(value as JsonObject, step.types)) this.walkPlaces(value, path, at + 1, here, places);
  }
}
