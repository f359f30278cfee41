import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');

/** As `bugs.mjs` exports them, which is no module that is compiled here. */
interface SeededBug {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly tests: readonly string[];
}

const { SEEDED_BUGS } = require('./bugs.mjs') as { readonly SEEDED_BUGS: readonly SeededBug[] };

test('each seeded bug has one place to be planted in, and tests that are there', () => {
  expect(SEEDED_BUGS.length).toBeGreaterThan(100);
  const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
  const misplaced = SEEDED_BUGS.filter(
    ({ file, find, tests }) => read(file).split(find).length !== 2 || !tests.every((each) => existsSync(path.join(ROOT, each))),
  );
  expect(misplaced.map(({ name }) => name)).toEqual([]);
});
