import { answeredErrors, type CallPlaces } from './call-errors';

/** Two objects that wait for entities, the first of them in two places. */
const places: CallPlaces = {
  root: () => [[]],
  entity: (name, index) =>
    name === '_entities'
      ? [
          [
            ['books', 0],
            ['books', 2],
          ],
          [['books', 1]],
        ][index]
      : undefined,
  entities: (name) => (name === '_entities' ? [0, 1, 2].map((index) => ({ place: ['books', index], typename: 'Book' })) : []),
};

const pathsOf = (...paths: (readonly (string | number)[] | undefined)[]) =>
  answeredErrors(
    paths.map((path) => ({ message: 'out', path })),
    places,
  ).map(({ path }) => path);

test('an error of an entity is told wherever the entity stands', () => {
  expect(pathsOf(['_entities', 0, 'title'])).toEqual([
    ['books', 0, 'title'],
    ['books', 2, 'title'],
  ]);
  expect(pathsOf(['_entities', 1, 'author', 'name'])).toEqual([['books', 1, 'author', 'name']]);
});

test('a lookup that failed as a whole is told to each object that waited for it', () => {
  expect(pathsOf(['_entities'])).toEqual([
    ['books', 0],
    ['books', 1],
    ['books', 2],
  ]);
});

test('an error of a root field, or of nothing in particular, keeps its path', () => {
  expect(pathsOf(['latest', 'text'], undefined)).toEqual([['latest', 'text'], undefined]);
});

test('a subgraph’s word about the plan is not the client’s mistake, and an error without a code is none of graphql-js', () => {
  const codes = answeredErrors([{ message: 'a', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }, { message: 'b' }], places);
  expect(codes.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL_SERVER_ERROR', 'INTERNAL_SERVER_ERROR']);
});
