import { evaluated } from '../generated-code';

/** An object as JSON.parse makes it. */
export type JsonObject = Record<string, unknown>;

/** The one name whose assignment is no property: it would change the prototype. A client may choose it as an alias. */
const PROTOTYPE = '__proto__';

/** What the object itself holds under the name, nothing inherited. */
export function ownValue(object: JsonObject, name: string): unknown {
  const value = object[name];
  // JSON holds no functions, so only what is inherited can be one; and of what is inherited, only the prototype is none.
  return typeof value === 'function' || (name === PROTOTYPE && !Object.hasOwn(object, name)) ? undefined : value;
}

export function setOwn(object: JsonObject, name: string, value: unknown): void {
  if (name === PROTOTYPE) Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  else object[name] = value;
}

/**
 * Puts into the target what it lacks of the source, down to the leaves. Lists merge item by item, for lists of one answer
 * that come from two calls are the same list. Parts of the source become parts of the target, or copies of them do.
 */
export function mergeInto(target: JsonObject, source: JsonObject, isCopied = false): void {
  for (const name in source) {
    const value = source[name];
    const held = ownValue(target, name);
    if (held !== value) setOwn(target, name, joined(held, value, isCopied));
  }
}

/** The same for sources that hold these fields, each with a value of its own, and nothing else that is wanted. */
export function mergerOf(names: readonly string[]): typeof mergeInto {
  if (names.some((name) => name in Object.prototype)) return mergeInto;
  const fields = names.map((name) => {
    const key = JSON.stringify(name);
    return `value = source[${key}];
if (value !== undefined) {
held = target[${key}];
if (held === undefined) target[${key}] = isCopied ? copyOf(value) : value;
else if (held !== value) target[${key}] = joined(held, value, isCopied);
}`;
  });
  return evaluated(`return (target, source, isCopied = false) => {\nlet value, held;\n${fields.join('\n')}\n};`, { copyOf, joined });
}

/** Of what is held and what comes. */
function joined(held: unknown, value: unknown, isCopied: boolean): unknown {
  if (held !== null && typeof held === 'object' && value !== null && typeof value === 'object') return merged(held, value, isCopied);
  const isWanted = held === undefined || held === null || (value !== null && value !== undefined);
  if (!isWanted) return held;
  return isCopied ? copyOf(value) : value;
}

function merged(held: object, value: object, isCopied: boolean): unknown {
  if (held === value) return held;
  const isList = Array.isArray(held);
  if (isList !== Array.isArray(value)) return isCopied ? copyOf(value) : value;
  if (!isList) {
    mergeInto(held as JsonObject, value as JsonObject, isCopied);
    return held;
  }
  const items = value as unknown[];
  if (held.length !== items.length) return isCopied ? copyOf(items) : items;
  for (let index = 0; index < items.length; index += 1) {
    const [one, other] = [held[index], items[index]];
    if (typeof one === 'object' && one !== null && typeof other === 'object' && other !== null) held[index] = merged(one, other, isCopied);
    else if (other !== null) held[index] = isCopied ? copyOf(other) : other;
  }
  return held;
}

function copyOf(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(copyOf);
  const copy: JsonObject = {};
  for (const name of Object.keys(value)) setOwn(copy, name, copyOf((value as JsonObject)[name]));
  return copy;
}
