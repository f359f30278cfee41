import { evaluated, readOf } from '../generated-code';
import { isObject } from '../transport/execution-result';
import { type JsonObject, ownValue } from './json-object';
import { EACH_ITEM, type EntityPath } from './plan';
import type { SupergraphTypes } from './supergraph-types';

/** Where an object is in the answer. */
export type Place = readonly (string | number)[];

/** A way down answers, from their roots. */
export class EntityWay {
  /** The objects at its end, in order; what is null on the way leads to none. */
  readonly find: (data: JsonObject) => JsonObject[];

  constructor(
    private readonly path: EntityPath,
    private readonly types: SupergraphTypes,
  ) {
    this.find = evaluated(finderCode(path), { isObject, types, path });
  }

  /** Where those objects are, in the same order. */
  places(data: JsonObject): Place[] {
    const places: Place[] = [];
    this.walk(data, 0, [], places);
    return places;
  }

  private walk(value: unknown, at: number, here: Place, places: Place[]): void {
    if (value === null || typeof value !== 'object') return;
    const step = this.path[at];
    if (Array.isArray(value)) {
      const next = step === EACH_ITEM ? at + 1 : at;
      for (const [index, item] of value.entries()) this.walk(item, next, [...here, index], places);
    } else if (step === undefined) places.push(here);
    else if (typeof step === 'string') this.walk(ownValue(value as JsonObject, step), at + 1, [...here, step], places);
    else if (step !== EACH_ITEM && this.types.mayBe(value as JsonObject, step.types)) this.walk(value, at + 1, here, places);
  }
}

/** A function for each step, which hands what it finds on to the next one's. */
function finderCode(path: EntityPath): string {
  const steps = path.map((step, at) => {
    const next = `s${at + 1}`;
    if (step === EACH_ITEM) return stepCode(at, next, '');
    if (typeof step === 'string') return stepCode(at, `s${at}`, `${next}(${readOf('value', step)}, found);`);
    return stepCode(at, `s${at}`, `if (types.mayBe(value, path[${at}].types)) ${next}(value, found);`);
  });
  return `${[...steps, stepCode(path.length, `s${path.length}`, 'found.push(value);')].join('\n')}
return (data) => {
const found = [];
s0(data, found);
return found;
};`;
}

/** `ofItems` is the step that a list's items are at, `ofObject` what is done with an object. */
function stepCode(at: number, ofItems: string, ofObject: string): string {
  return `function s${at}(value, found) {
if (isObject(value)) { ${ofObject} }
else if (Array.isArray(value)) for (let index = 0; index < value.length; index += 1) ${ofItems}(value[index], found);
}`;
}
