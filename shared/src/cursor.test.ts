import { decodeCursor, encodeCursor } from './cursor';

const of = (text: string) => Buffer.from(text).toString('base64url');

test('a cursor comes back as it was made', () => {
  expect(decodeCursor('place', 2, encodeCursor('place', ['410225201', 7]))).toEqual(['410225201', 7]);
});

test.each([
  ['no base64', '%%%'],
  ['no JSON', of('["place"')],
  ['another order', encodeCursor('name', ['410225201', 7])],
  ['too few values', encodeCursor('place', ['410225201'])],
  ['nothing where a value was', of('["place",null,null]')],
  ['a number beyond numbers', of('["place",1e999,2]')],
  ['a list', of('["place",[1],2]')],
])('%s is refused', (_, cursor) => {
  expect(() => decodeCursor('place', 2, cursor)).toThrow(expect.objectContaining({ reason: 'BROKEN_CURSOR' }));
});
