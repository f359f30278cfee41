import { isObject } from '../transport/execution-result';
import { type JsonObject, ownValue, setOwn } from './json-object';
import type { Rewrite } from './plan';
import type { SupergraphTypes } from './supergraph-types';

/** Makes the changes in the value; null when there are none to make. */
export function rewriterOf(rewrites: readonly Rewrite[], types: SupergraphTypes): ((value: JsonObject) => void) | null {
  if (rewrites.length === 0) return null;
  return (value) => {
    for (const rewrite of rewrites) apply(rewrite, 0, value, types);
  };
}

function apply(rewrite: Rewrite, at: number, value: unknown, types: SupergraphTypes): void {
  if (Array.isArray(value)) {
    for (const item of value) apply(rewrite, at, item, types);
    return;
  }
  if (!isObject(value)) return;
  const step = rewrite.path[at];
  if (step === undefined) change(value, rewrite);
  else if (typeof step === 'string') apply(rewrite, at + 1, ownValue(value, step), types);
  else if (types.mayBe(value, step.types)) apply(rewrite, at + 1, value, types);
}

function change(value: JsonObject, { field, change: to }: Rewrite): void {
  if ('setTo' in to) {
    setOwn(value, field, to.setTo);
    return;
  }
  const held = ownValue(value, field);
  if (held === undefined) return;
  setOwn(value, to.renameTo, held);
  delete value[field];
}
