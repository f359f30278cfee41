import { serialize } from 'node:v8';
import { createLog } from '@township-graph/shared/log';
import { ANONYMOUS } from '@township-graph/shared/viewer';
import { parse } from 'graphql';
import { SHOP } from '../testing/worlds/shop';
import { supergraphOf } from '../testing/worlds/world';
import { Deadline } from './deadline';
import { LoadedSupergraph } from './execution/loaded-supergraph';
import { narrowed } from './narrow-text';

/** V8 writes a text as it keeps it. */
const isWide = (text: string) => serialize(text).length > 1.5 * text.length + 8;
const WIDE = '乡镇 ';
const cutFrom = (text: string) => `${WIDE}${text}`.slice(WIDE.length);

test('a text that needs no more has a byte a character', () => {
  const text = 'a text of some length, é ÿ too, cut out of another';
  expect(isWide(cutFrom(text))).toBe(true);
  expect(isWide(narrowed(cutFrom(text)))).toBe(false);
  expect(narrowed(cutFrom(text))).toBe(text);
});

test.each(['', '乡', 'Ā', '\uffff', 'smile 😀', `${'a'.repeat(100)}镇`])('%j stays what it is', (text) => {
  expect(narrowed(text)).toBe(text);
});

test('descriptions in Chinese make neither calls nor answers wide', async () => {
  // Put together, for a name that stands in a program is in V8's table before anybody looks it up.
  const field = ['narrow', 'Products'].join('');
  const sdl = supergraphOf(SHOP).replaceAll('products', field);
  const bodies: string[] = [];
  const supergraph = new LoadedSupergraph(`"""${WIDE}"""\n${sdl}`, {
    planner: 'apollo',
    longestCallMs: 10_000,
    transportTo: () => ({
      async send(call) {
        bodies.push(call.asBody());
        return JSON.parse(`{ "data": { "${field}": [] } }`);
      },
    }),
    log: createLog({ name: 'test' }),
  });
  const text = cutFrom(`{ ${field} { id name } }`);
  const prepared = supergraph.compile(text, parse(text), undefined).prepare({});
  if (!('run' in prepared)) throw prepared[0]!;
  const { data } = await prepared.run({
    context: { viewer: ANONYMOUS, requestId: 'request-1', locale: 'en', purpose: null },
    deadline: Deadline.NONE,
  });
  const answer = JSON.stringify(data);
  expect(answer).toBe(`{"${field}":[]}`);
  expect(bodies.map(isWide)).toEqual([false]);
  expect(isWide(answer)).toBe(false);
});
