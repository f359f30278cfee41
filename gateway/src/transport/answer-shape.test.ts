import { buildSchema } from 'graphql';
import { AnswerShape } from './answer-shape';
import { plannedOperation } from './planned-operation';

const schema = buildSchema(`
  scalar Json
  enum Kind { PAPER SCREEN }
  interface Named { name: String! }
  type Book implements Named { id: ID! name: String! pages: Int price: Float isLent: Boolean kind: Kind extra: Json shelves: [[String!]!] author: Person }
  type Person implements Named { name: String! books: [Book!]! }
  union Thing = Book | Person
  type Query { books: [Book!] book(id: ID!): Book named: [Named] thing: Thing count: Int! }
`);

const fits = (query: string, data: Record<string, unknown>, types: string[] = []) =>
  new AnswerShape(plannedOperation(query), schema).fits(data, { typesAskedBy: (variable) => (variable === 'r' ? types : []) });

const book = { id: '1', name: '边城', pages: 120, price: 9, isLent: false, kind: 'PAPER', extra: { any: [1] }, shelves: [['a']] };
const BOOK = '{ book { id name pages price isLent kind extra shelves author { name } } }';

test('an answer with everything of the right kind fits', () => {
  expect(fits(BOOK, { book: { ...book, author: { name: '沈从文' } } })).toBe(true);
  expect(fits(BOOK, { book: { ...book, id: 1, author: null, pages: null, extra: 'text' } })).toBe(true);
  expect(fits(BOOK, { book: null })).toBe(true);
});

test.each([
  ['an object for a number', { pages: {} }],
  ['a fraction for an integer', { pages: 1.5 }],
  ['a text for a number', { price: '9' }],
  ['a number for a text', { name: 9 }],
  ['a text for a boolean', { isLent: 'no' }],
  ['a number for an enum value', { kind: 1 }],
  ['an object for an id', { id: {} }],
  ['a text for a list', { shelves: 'a' }],
  ['a list that is not deep enough', { shelves: ['a'] }],
  ['null in a list without nulls', { shelves: [[null]] }],
  ['a text for an object', { author: '沈从文' }],
  ['a list for an object', { author: [] }],
  ['null where none may be', { name: null }],
  ['null where none may be, further down', { author: { name: null } }],
  ['nothing at all', { pages: undefined }],
])('%s does not', (_, wrong) => {
  expect(fits(BOOK, { book: { ...book, author: { name: '沈从文' }, ...wrong } })).toBe(false);
});

test.each([
  ['an object for a list', { books: {} }],
  ['a text for a list', { books: 'all' }],
  ['a list of something else', { books: [1, 2] }],
  ['nothing', {}],
  ['what its prototype is said to hold', JSON.parse('{"__proto__":{"books":[]}}')],
])('at the root, %s does not', (_, data) => {
  expect(fits('{ books { id } }', data)).toBe(false);
});

test('aliases, fragments and both uses of one name are followed', () => {
  const query = '{ all: books { ...named author { name } author { books { id } } } } fragment named on Book { title: name }';
  expect(fits(query, { all: [{ title: 'a', author: { name: 'b', books: [{ id: 1 }] } }] })).toBe(true);
  expect(fits(query, { all: [{ title: 1, author: null }] })).toBe(false);
  expect(fits(query, { all: [{ title: 'a', author: { name: 'b', books: 1 } }] })).toBe(false);
});

test('names that every object inherits are those of fields as well', () => {
  const query = '{ toString: count constructor: count __proto__: count }';
  expect(fits(query, JSON.parse('{"toString":1,"constructor":1,"__proto__":1}'))).toBe(true);
  expect(fits(query, JSON.parse('{"toString":1,"constructor":1}'))).toBe(false);
  expect(fits(query, JSON.parse('{"constructor":1,"__proto__":1}'))).toBe(false);
  expect(fits(query, JSON.parse('{"toString":1,"constructor":"1","__proto__":1}'))).toBe(false);
});

test('what depends on a type, or on @skip and @include, may be left out, and is looked at when it is there', () => {
  const query = 'query ($no: Boolean!) { named { __typename ... on Book { pages } ... on Person { books { id } } } count @skip(if: $no) }';
  expect(fits(query, { named: [{ __typename: 'Book', pages: 1 }, { __typename: 'Person', books: [] }, null] })).toBe(true);
  expect(fits(query, { named: [{ __typename: 'Book', pages: 'many' }] })).toBe(false);
  expect(fits(query, { named: [], count: 'many' })).toBe(false);
  expect(fits('{ thing { __typename ... on Book { pages } } }', { thing: { __typename: 5 } })).toBe(false);
});

test('an object need not have what is asked of objects of another type under the same name', () => {
  const query =
    '{ book { author { name } ... on Book @include(if: $yes) { author { books { id } } } } named { ... on Book { author { name } } } }';
  expect(fits(query, { book: { author: { name: 'a' } }, named: [] })).toBe(true);
  expect(fits(query, { book: { author: { books: [] } }, named: [] })).toBe(false);
  expect(fits(query, { book: { author: { name: 'a', books: 1 } }, named: [] })).toBe(false);
  expect(fits(query, { book: null, named: [{ author: {} }] })).toBe(false);
});

test('what the supergraph does not know is not looked at', () => {
  expect(fits('{ internal { deep } book { secret } }', { internal: 1, book: { secret: [] } })).toBe(true);
});

describe('entities', () => {
  const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Book { pages } ... on Person { name } } }';
  const types = ['Book', 'Person'];

  test('answer each representation, if only by null', () => {
    expect(fits(query, { _entities: [{ pages: 1 }, { name: 'a' }] }, types)).toBe(true);
    expect(fits(query, { _entities: [null, null] }, types)).toBe(true);
  });

  test.each([
    ['too few', [{ pages: 1 }]],
    ['too many', [{ pages: 1 }, { name: 'a' }, null]],
    ['in the wrong order', [{ name: 'a' }, { pages: 1 }]],
    ['of the wrong shape', [{ pages: 'many' }, { name: 'a' }]],
    ['without what was asked for', [{}, { name: 'a' }]],
    ['that are none', ['Book', { name: 'a' }]],
    ['in no list', {}],
    ['missing as a whole', null],
  ])('%s do not fit', (_, entities) => {
    expect(fits(query, { _entities: entities }, types)).toBe(false);
  });
});
