import { buildSchema, type FragmentDefinitionNode, GraphQLError, getOperationAST, Kind, parse } from 'graphql';
import { DataNames } from './data-names';
import { ResponseShape } from './response-shape';
import { SupergraphTypes } from './supergraph-types';

const schema = buildSchema(`
  enum State { FREE TAKEN }
  union Craft = Barge
  type Barge { id: ID! state: State sure: State! cargo: [Cargo!] }
  type Cargo { kind: State! tons: Float label: String! }
  type Query { berth: Barge sureBerth: Barge! berths: [Barge] sureBerths: [Barge!] states: [State] sureStates: [[State!]] craft: [Craft] }`);

/** With what is kept from clients. */
const types = new SupergraphTypes(
  buildSchema(`
  enum State { FREE TAKEN SEIZED }
  union Craft = Barge | Patrol
  type Barge { id: ID! }
  type Patrol { id: ID! }
  type Query { craft: [Craft] }`),
);

/** The answer that data gives, with the errors that come of it. */
function shaped(text: string, data: Record<string, unknown>, errors: readonly GraphQLError[] = []) {
  const document = parse(text);
  const fragments = document.definitions.filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION);
  const shape = new ResponseShape(schema, types, {
    operation: getOperationAST(document)!,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    variables: {},
    names: new DataNames(document, new Set(), new Set()),
  });
  const answer = shape.answer(data, errors);
  return {
    json: JSON.stringify(answer.data),
    told: answer.errors.map(({ path, message }) => `${path?.join('.')}: ${message}`),
    problems: answer.errors.map(({ path }) => path?.join('.')),
  };
}

test('what was selected, in its order, under its names', () => {
  const data = { berth: { extra: 1, state: 'FREE', id: '1', __typename: 'Barge' } };
  expect(shaped('{ b: berth { __typename n: id ...F } } fragment F on Barge { state n: id }', { b: { ...data.berth, n: '1' } }).json).toBe(
    '{"b":{"__typename":"Barge","n":"1","state":"FREE"}}',
  );
});

test('a value that nobody knows is null where it may be, and each is told of at its place', () => {
  const data = {
    states: ['FREE', 'LOST', 'SEIZED', 'GONE'],
    berths: [
      { id: '1', state: 'LOST', sure: 'FREE' },
      null,
      { id: '2', state: 'TAKEN', sure: 'LOST' },
      { id: '3', state: 'LOST', sure: 'TAKEN' },
    ],
  };
  const { json, told } = shaped('{ states berths { id state sure } }', data);
  expect(json).toBe(
    '{"states":["FREE",null,null,null],"berths":[{"id":"1","state":null,"sure":"FREE"},null,null,{"id":"3","state":null,"sure":"TAKEN"}]}',
  );
  const words = 'The value of';
  expect(told.every((each) => each.includes(words) || each.includes('取值'))).toBe(true);
  expect(told.map((each) => each.split(':')[0])).toEqual(['states.1', 'states.3', 'berths.0.state', 'berths.2.sure', 'berths.3.state']);
});

test('what cannot be null takes with it what it is in, as far as something may be null', () => {
  const berth = {
    id: '1',
    sure: 'FREE',
    cargo: [
      { kind: 'FREE', label: 'a' },
      { kind: 'FREE', label: null },
    ],
  };
  const query = '{ berths { id cargo { label } } berth { id } sureStates }';
  expect(shaped(query, { berths: [berth, { id: null }], berth: { id: '2' }, sureStates: [['FREE'], ['FREE', null], null] }).json).toBe(
    '{"berths":[{"id":"1","cargo":null},null],"berth":{"id":"2"},"sureStates":[["FREE"],null,null]}',
  );
  expect(shaped('{ sureBerths { id } }', { sureBerths: [{ id: '1' }, { id: null }] }).json).toBe('{"sureBerths":null}');
  expect(shaped('{ sureBerth { id } berth { id } }', { sureBerth: null, berth: { id: '1' } }).json).toBe('null');
});

test('the way goes on from the right place after something was taken out', () => {
  const broken = {
    id: '1',
    cargo: [
      { kind: 'FREE', label: 'a' },
      { kind: 'LOST', label: 'b' },
    ],
  };
  const data = {
    berths: [broken, broken],
    states: ['LOST'],
    berth: { id: '9', cargo: [{ kind: 'LOST' }] },
    sureStates: [['FREE', 'LOST'], ['LOST']],
  };
  const { problems } = shaped('{ berths { id cargo { kind } } sureStates berth { cargo { kind } } states }', data);
  expect(problems).toEqual([
    'berths.0.cargo.1.kind',
    'berths.1.cargo.1.kind',
    'sureStates.0.1',
    'sureStates.1.0',
    'berth.cargo.0.kind',
    'states.0',
  ]);
});

test('another shape than the schema has is told of, and what it is in is null', () => {
  expect(shaped('{ berths { id } berth { id } }', { berths: { id: 1 }, berth: [] })).toMatchObject({
    json: '{"berths":null,"berth":null}',
    problems: ['berths', 'berth'],
  });
});

test('what is explained already is not told of again, and what clients may not know never is', () => {
  const error = new GraphQLError('it failed', { path: ['berths', 0] });
  const { problems } = shaped(
    '{ berths { state } craft { __typename } }',
    { berths: [{ state: 'LOST' }], craft: [{ __typename: 'Patrol' }] },
    [error],
  );
  expect(problems).toEqual(['berths.0']);
});

test('of a thousand values that nobody knows a hundred are told of', () => {
  expect(shaped('{ states }', { states: Array.from({ length: 1000 }, () => 'LOST') }).problems).toHaveLength(100);
});
