import { manifestFrom, sha256Of } from './document-manifest';

const TEXT = '{ a }';
const HASH = sha256Of(TEXT);
const apollo = (operations: unknown) => JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations });

test.each([
  ['plain digests', JSON.stringify({ [HASH]: TEXT }), HASH],
  ['prefixed digests', JSON.stringify({ [`sha256:${HASH}`]: TEXT }), HASH],
  ['ids of a build’s own', JSON.stringify({ 'list-1.0_a~b': TEXT }), 'list-1.0_a~b'],
  ['Apollo’s format', apollo([{ id: HASH, name: 'A', type: 'query', body: TEXT }]), HASH],
  ['Apollo’s format with ids of a build’s own', apollo([{ id: 'a', body: TEXT }]), 'a'],
])('a manifest of %s is read', (_, json, id) => {
  expect([...manifestFrom(json)]).toEqual([[id, TEXT]]);
});

test('the hash is of the text’s UTF-8, as clients make it', () => {
  expect(sha256Of('query ($id: ID!) {\n  user(id: $id) {\n    name\n  }\n}')).toBe(
    '7dba4bd717b41f10434822356a93c32b1fb4907b983e854300ad839f84cdcd6e',
  );
});

test.each([
  ['is no JSON', '{'],
  ['is no object', '[]'],
  ['is null', 'null'],
  ['has a digest that is not the text’s', JSON.stringify({ [HASH]: '{ b }' })],
  ['has a prefixed digest that is not the text’s', JSON.stringify({ [`sha256:${HASH}`]: '{ b }' })],
  ['has a prefix without a digest', JSON.stringify({ 'sha256:abc': TEXT })],
  ['has a document that is no text', JSON.stringify({ a: 1 })],
  ['has an empty id', JSON.stringify({ '': TEXT })],
  ['lists an id twice', JSON.stringify({ [HASH]: TEXT, [`sha256:${HASH}`]: TEXT })],
  ['is Apollo’s without operations', apollo(undefined)],
  ['is Apollo’s with an empty operation', apollo([null])],
  ['is Apollo’s with a body that its digest is not of', apollo([{ id: HASH, body: '{ b }' }])],
])('a manifest that %s is refused', (_, json) => {
  expect(() => manifestFrom(json)).toThrow();
});
