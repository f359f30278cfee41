import { type Asked, RowLoader } from './loader';

interface Book {
  readonly id: string;
}

function counted() {
  const statements: { readonly keys: readonly string[]; readonly asked: Asked }[] = [];
  const loader = new RowLoader<Book>(
    async (keys, asked) => {
      statements.push({ keys, asked });
      return keys.filter((key) => key !== 'none').map((id) => ({ id }));
    },
    ({ id }) => id,
  );
  return { statements, loader };
}

test('rows asked for together come of one statement, which reads what any of them needs', async () => {
  const { statements, loader } = counted();
  const rows = [loader.shown('a').read(['title']), loader.shown('b').read(['author', 'title']), loader.shown('a').read(['year'])];
  expect(await Promise.all(rows)).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'a' }]);
  expect(statements).toEqual([{ keys: ['a', 'b'], asked: ['author', 'title', 'year'] }]);
});

test('one that is needed whole is read whole, with all beside it', async () => {
  const { statements, loader } = counted();
  await Promise.all([loader.shown('a').read(['title']), loader.load('b'), loader.shown('c').read(null)]);
  expect(statements).toEqual([{ keys: ['a', 'b', 'c'], asked: null }]);
});

test('a row that was read in part is read again for more, and not for the same', async () => {
  const { statements, loader } = counted();
  const title: Asked = ['title'];
  await loader.shown('a').read(title);
  await loader.shown('a').read(['title']);
  await loader.shown('a').read(['author']);
  await loader.load('a');
  await loader.load('a');
  expect(statements.map(({ asked }) => asked)).toEqual([['title'], ['author'], null]);
});

test('a row that is not there is null', async () => {
  const { loader } = counted();
  expect(await Promise.all([loader.load('none'), loader.shown('none').read(['title'])])).toEqual([null, null]);
});
