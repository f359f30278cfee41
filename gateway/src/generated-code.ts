/*
 * JavaScript that is written for one operation, so that the engine that runs it finds each field at a place of its own: code for all
 * operations would look every name up anew. Names go into it as JSON, and nothing else that somebody sent.
 */

/** What an object itself holds under the name, nothing inherited; of objects as JSON has them, without functions. */
export function readOf(object: string, name: string): string {
  const key = JSON.stringify(name);
  return name in Object.prototype ? `(Object.hasOwn(${object}, ${key}) ? ${object}[${key}] : undefined)` : `${object}[${key}]`;
}

/** A property in an object's literal; under any name, even `__proto__`, it is the object's own. */
export function propertyOf(name: string, value: string): string {
  const key = JSON.stringify(name);
  return `${name === '__proto__' ? `[${key}]` : key}: ${value}`;
}

/** Functions that call one another, by names that they are given here. */
export class Functions {
  private readonly written: string[] = [];

  /** The name of the new one. */
  add(parameters: string, body: string): string {
    const name = `f${this.written.length}`;
    this.written.push(`function ${name}(${parameters}) {\n${body}\n}`);
    return name;
  }

  /** One of them, ready to be called. */
  evaluated<T>(name: string, known: Readonly<Record<string, unknown>>): T {
    return evaluated(`${this.written.join('\n')}\nreturn ${name};`, known);
  }
}

/** Runs the code, with these names known to it, and returns what it returns. */
export function evaluated<T>(code: string, known: Readonly<Record<string, unknown>>): T {
  return new Function(...Object.keys(known), `'use strict';\n${code}`)(...Object.values(known)) as T;
}
