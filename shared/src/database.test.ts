import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from 'typeorm';
import { ENGINES, freshDatabase, type TestDatabase } from '../testing/database';
import { createTable, flag, id, instant, integer, json, optional, primary } from './columns';
import { engineOf } from './database';
import { DomainError } from './errors';
import { RowReader, readRows } from './row';

@Entity('note')
class Note {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'int' })
  value!: number;

  @Column({ type: 'boolean' })
  done!: boolean;

  @Column({ type: 'simple-json' })
  tags!: string[];

  @Column({ type: 'datetime', precision: 3, nullable: true })
  at!: Date | null;
}

class CreateNote1795255200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'note',
      columns: [id('id', primary), integer('value'), flag('done'), json('tags'), instant('at', optional)],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('note');
  }
}

const note = (name: string, value = 0): Note =>
  Object.assign(new Note(), { id: name, value, done: true, tags: ['兰考', '〔〕'], at: new Date('2026-01-05T01:02:03.456Z') });

/** Lets everybody else who is ready go first. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 20));

describe.each(ENGINES)('a database on %s', (engine) => {
  let opened: TestDatabase;

  beforeAll(async () => {
    opened = await freshDatabase(engine, { entities: [Note], migrations: [CreateNote1795255200000] });
  });

  afterAll(() => opened.close());

  test('two overlapping transactions and a plain save all survive, and a failed transaction takes nobody with it', async () => {
    const { manager } = opened.database;
    const slow = manager.transaction(async (tx) => {
      await tx.save(note('first'));
      await aMoment();
      await tx.save(note('first, again'));
    });
    const failing = manager.transaction(async (tx) => {
      await tx.save(note('failed'));
      await aMoment();
      throw new Error('rolled back');
    });
    const other = manager.transaction(async (tx) => {
      await tx.save(note('second'));
      await aMoment();
    });
    const plain = manager.save(note('plain'));
    const inserted = manager.insert(Note, note('inserted'));
    const results = await Promise.allSettled([slow, failing, other, plain, inserted]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
    const ids = (await manager.find(Note)).map((row) => row.id).sort();
    expect(ids).toEqual(['first', 'first, again', 'inserted', 'plain', 'second']);
  });

  test('a reader never sees what a transaction has not committed', async () => {
    const { manager } = opened.database;
    const seen: number[] = [];
    const failing = manager.transaction(async (tx) => {
      await tx.save(note('uncommitted'));
      await aMoment();
      throw new Error('rolled back');
    });
    const reading = aMoment().then(async () => seen.push(await manager.countBy(Note, { id: 'uncommitted' })));
    await Promise.allSettled([failing, reading]);
    expect(seen).toEqual([0]);
  });

  test('a transaction may open another inside, and its work stays one', async () => {
    const { manager } = opened.database;
    const outer = manager.transaction(async (tx) => {
      await tx.transaction((inner) => inner.save(note('inner')));
      throw new Error('rolled back');
    });
    await expect(outer).rejects.toThrow('rolled back');
    expect(await manager.countBy(Note, { id: 'inner' })).toBe(0);
  });

  test('rows read raw have the types of the class', async () => {
    const { manager } = opened.database;
    await manager.save(note('typed', 7));
    const query = manager.createQueryBuilder(Note, 'row').where('row.id = :id', { id: 'typed' });
    const [row] = await readRows(query, new RowReader(manager, Note, 'row'));
    expect(row).toBeInstanceOf(Note);
    expect({ ...row }).toEqual({ ...note('typed', 7) });
  });
});

test('an address of another kind is refused with a code', () => {
  expect(() => engineOf('postgres://x')).toThrow(DomainError);
});
