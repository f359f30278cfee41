import {
  type ExecutionResult,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  graphql,
} from 'graphql';
import { AskedProperties } from './asked-properties';
import { federatedSchema } from './federated-schema';
import { type Asked, Shown } from './loader';

const TEXT = new GraphQLNonNull(GraphQLString);

/** Books and their authors; what is asked of either is noted. */
function library() {
  const asked: (readonly [type: string, properties: Asked])[] = [];
  const shown = (type: string, row: object) =>
    new Shown(async (properties) => {
      asked.push([type, properties]);
      return { ...row };
    });
  const author = new GraphQLObjectType({
    name: 'Author',
    fields: { id: { type: TEXT }, name: { type: TEXT }, age: { type: GraphQLInt, extensions: { reads: ['bornOn'] }, resolve: () => 40 } },
  });
  const book = new GraphQLObjectType({
    name: 'Book',
    fields: {
      id: { type: TEXT },
      title: { type: TEXT },
      author: { type: author, extensions: { reads: ['authorId'] }, resolve: () => shown('Author', { id: '1', name: 'Lu' }) },
      blurb: { type: TEXT, resolve: () => 'made of who knows what' },
    },
  });
  const query = new GraphQLObjectType({
    name: 'Query',
    fields: {
      book: { type: book, resolve: () => shown('Book', { id: '2', title: 'Tea' }) },
      later: { type: new GraphQLNonNull(book), resolve: async () => shown('Book', { id: '2', title: 'Tea' }) },
      books: { type: new GraphQLList(book), resolve: () => [{ id: '2', title: 'Tea' }] },
    },
  });
  const plain = new GraphQLSchema({ query });
  const properties = new AskedProperties(plain);
  properties.tellResolvers();
  const references = {
    Book: () => shown('Book', { id: '2', title: 'Tea' }),
    Author: () => shown('Author', { id: '1', name: 'Lu' }),
  };
  const schema = federatedSchema(plain, () => '', references, properties);
  const ask = async (source: string): Promise<ExecutionResult['data']> => {
    const { data, errors } = await graphql({ schema, source });
    expect(errors).toBeUndefined();
    return data;
  };
  return { asked, ask };
}

test('a row that a field shows is read with what is asked of it', async () => {
  const { asked, ask } = library();
  expect(await ask('{ book { title author { age } } }')).toEqual({ book: { title: 'Tea', author: { age: 40 } } });
  expect(asked).toEqual([
    ['Book', ['authorId', 'title']],
    ['Author', ['bornOn']],
  ]);
});

test('by fragments, under other names, and by a resolver that takes its time, too', async () => {
  const { asked, ask } = library();
  await ask('fragment F on Book { t: title } { later { __typename ...F ... on Book { id } } }');
  expect(asked).toEqual([['Book', ['id', 'title']]]);
});

test('whole, if a field does not say what it is made of, or a document asks in two places', async () => {
  const { asked, ask } = library();
  await ask('{ book { title blurb } }');
  await ask('{ book { title } book { id } }');
  expect(asked).toEqual([
    ['Book', null],
    ['Book', null],
  ]);
});

test('rows that are there already are shown as they are', async () => {
  const { asked, ask } = library();
  expect(await ask('{ books { title } }')).toEqual({ books: [{ title: 'Tea' }] });
  expect(asked).toEqual([]);
});

test('of an entity is asked what stands under its own type', async () => {
  const { asked, ask } = library();
  const references = '[{ __typename: "Book", id: "2" }, { __typename: "Author", id: "1" }]';
  const data = await ask(`
    fragment A on Author { name }
    { _entities(representations: ${references}) { __typename ... on Book { title } ...A } }`);
  expect(data).toEqual({
    _entities: [
      { __typename: 'Book', title: 'Tea' },
      { __typename: 'Author', name: 'Lu' },
    ],
  });
  expect(asked).toEqual([
    ['Book', ['title']],
    ['Author', ['name']],
  ]);
});
