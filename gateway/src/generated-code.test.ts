import { evaluated, propertyOf, readOf } from './generated-code';

/** What every object inherits, and what would be code if it were not a text. */
const NAMES = [...Object.getOwnPropertyNames(Object.prototype), 'id', '"];throw 1;["', '\u2028', '`${', '\\'];

test.each(NAMES)('%j is read where the object has it itself, and nowhere else', (name) => {
  const read = evaluated<(object: unknown) => unknown>(`return (object) => ${readOf('object', name)};`, {});
  expect(read(JSON.parse('{}'))).toBeUndefined();
  expect(read(JSON.parse(`{${JSON.stringify(name)}:"held"}`))).toBe('held');
  expect(read(JSON.parse(`{${JSON.stringify(name)}:null}`))).toBeNull();
});

test.each(NAMES)('%j becomes a property of the object itself', (name) => {
  const make = evaluated<() => object>(`return () => ({ ${propertyOf(name, '{ held: 1 }')} });`, {});
  const made = make();
  expect(JSON.stringify(made)).toBe(`{${JSON.stringify(name)}:{"held":1}}`);
  expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
  expect(({} as { held?: unknown }).held).toBeUndefined();
});

test('code knows what it is given, and is strict', () => {
  expect(evaluated<number>('return one + two;', { one: 1, two: 2 })).toBe(3);
  expect(evaluated('return (function () { return this; })();', {})).toBeUndefined();
});
