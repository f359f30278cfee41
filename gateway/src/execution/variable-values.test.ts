import { buildSchema, getVariableValues, type OperationDefinitionNode, parse } from 'graphql';
import { MOST_VARIABLE_ERRORS, variableReader } from './variable-values';

const SCHEMA = buildSchema(`
  scalar Day
  enum Tier { TOWNSHIP VILLAGE }
  input Filter { tier: Tier = VILLAGE, name: String }
  type Query { a(share: Float, id: ID): Int }
`);

const definitionsOf = (declared: string) =>
  (parse(`query (${declared}) { a }`).definitions[0] as OperationDefinitionNode).variableDefinitions!;

const byGraphqlJs = (declared: string, given: Readonly<Record<string, unknown>>) =>
  getVariableValues(SCHEMA, definitionsOf(declared), given, { maxErrors: MOST_VARIABLE_ERRORS });

const read = (declared: string, given: Readonly<Record<string, unknown>>) => {
  const { coerced, errors } = variableReader(SCHEMA, definitionsOf(declared))(given);
  return coerced ? { coerced } : { errors: errors.map(({ message }) => message) };
};

const DECLARED = [
  '$x: Int',
  '$x: Int!',
  '$x: Float',
  '$x: String',
  '$x: String!',
  '$x: ID',
  '$x: Boolean',
  '$x: Tier',
  '$x: Tier!',
  '$x: Day',
];
const FURTHER = [
  '$x: [Int!]',
  '$x: Filter',
  '$x: Int = 3',
  '$x: Tier = TOWNSHIP',
  '$x: Int! = 3',
  '$x: Int, $y: Filter',
  '$__proto__: Int',
];
const GIVEN = [
  ...[{}, { x: null }, { x: undefined }, { x: 1 }, { x: 1.5 }, { x: '1' }, { x: '' }, { x: true }, { x: 2 ** 31 }, { x: [] }, { x: [1] }],
  ...[
    { x: {} },
    { x: 'TOWNSHIP' },
    { x: 'CITY' },
    { x: { name: 'n' } },
    { y: 1 },
    { x: 1, y: {} },
    Object.create({ x: 1 }),
    JSON.parse('{"__proto__": 1}'),
  ],
];

test.each([...DECLARED, ...FURTHER])('variables declared as (%s) are read as graphql-js reads them', (declared) => {
  const outcomes = GIVEN.map((given) => {
    const { coerced, errors } = byGraphqlJs(declared, given);
    const expected = coerced ? { coerced } : { errors: errors!.map(({ message }) => message) };
    expect(read(declared, given)).toEqual(expected);
    if (coerced) expect(Object.keys(read(declared, given).coerced!)).toEqual(Object.keys(coerced));
    return coerced ? 'read' : 'refused';
  });
  expect(outcomes).toContain('read');
});

test('an error has the place of the variable and the code of bad input', () => {
  const { errors } = variableReader(SCHEMA, definitionsOf('$x: Int!'))({ x: 'one' });
  expect(errors).toHaveLength(1);
  expect(errors![0]!.extensions).toEqual({ code: 'BAD_USER_INPUT' });
  expect(errors![0]!.locations).toEqual([{ line: 1, column: 8 }]);
});

test('of many wrong values fifty are told', () => {
  const declared = Array.from({ length: 80 }, (_, index) => `$x${index}: Int`).join(' ');
  const given = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`x${index}`, 'one']));
  expect(variableReader(SCHEMA, definitionsOf(declared))(given).errors).toHaveLength(MOST_VARIABLE_ERRORS + 1);
});
