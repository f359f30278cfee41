import { parse } from 'graphql';
import { sizeOf } from './document-size';

const REPRESENTATIONS = [{ __typename: 'A', id: '1' }];

function representationsIn(text: string, variables: Record<string, unknown> = {}): number {
  return sizeOf(parse(text)).representations(variables);
}

test('operations count together, fragments at each use', () => {
  const document = parse('query A { a { ...F } } query B { b { ... on A { ...F c } } } fragment F on A { x y { z } }');
  expect(sizeOf(document)).toMatchObject({ selections: 12, depth: 5 });
});

describe('representations are counted', () => {
  test.each<[string, number, string, Record<string, unknown>]>([
    ['in a variable', 3, 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }', { r: [1, 2, 3] }],
    ['in the text', 2, '{ _entities(representations: [{ __typename: "A" }, { __typename: "A" }]) { __typename } }', {}],
    [
      'in text and variables of one list',
      2,
      'query ($a: _Any!, $b: _Any!) { _entities(representations: [$a, $b]) { __typename } }',
      { a: {}, b: {} },
    ],
    [
      'at each alias',
      6,
      'query ($r: [_Any!]!) { a: _entities(representations: $r) { __typename } b: _entities(representations: $r) { __typename } }',
      { r: [1, 2, 3] },
    ],
    [
      'in fragments',
      1,
      'query ($r: [_Any!]!) { ... on Query { ...F } } fragment F on Query { _entities(representations: $r) { __typename } }',
      { r: REPRESENTATIONS },
    ],
    ['in a default', 2, 'query ($r: [_Any!]! = [{}, {}]) { _entities(representations: $r) { __typename } }', {}],
    [
      'in what overrides a default',
      1,
      'query ($r: [_Any!]! = [{}, {}]) { _entities(representations: $r) { __typename } }',
      { r: REPRESENTATIONS },
    ],
    ['where one stands for a list of one', 1, 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }', { r: {} }],
    ['as none without a variable', 0, 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }', {}],
    ['as none in other fields', 0, 'query ($r: [ID!]!) { things(ids: $r) { id } }', { r: [1, 2, 3] }],
  ])('%s', (_, expected, text, variables) => {
    expect(representationsIn(text, variables)).toBe(expected);
  });
});
