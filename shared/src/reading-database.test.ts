import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from 'typeorm';
import { ENGINES, freshDatabase, type TestDatabase } from '../testing/database';
import { code, createTable, flag, instant, integer, optional, primary } from './columns';
import { ReadingDatabase, rowsBy } from './reading-database';
import { RowReader, readRows } from './row';

@Entity('shelf')
class Shelf {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'int' })
  places!: number;

  @Column({ type: 'boolean' })
  isOpen!: boolean;

  @Column({ type: 'varchar', nullable: true })
  room!: string | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  filledAt?: Date | null;
}

class CreateShelf1795200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'shelf',
      columns: [code('id', 36, primary), integer('places'), flag('isOpen'), code('room', 10, optional), instant('filledAt', optional)],
    });
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('shelf');
  }
}

const ROWS: Shelf[] = [
  { id: 'a', places: 1, isOpen: true, room: 'r1', filledAt: new Date('2026-09-21T02:00:00.000Z') },
  { id: 'b', places: 2, isOpen: false, room: 'r1' },
  { id: 'c', places: 3, isOpen: true, room: null },
];

describe.each(ENGINES)('reads, on %s', (engine) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await freshDatabase(engine, { entities: [Shelf], migrations: [CreateShelf1795200000000] });
    await opened.database.manager.insert(Shelf, ROWS);
  });
  afterAll(() => opened.close());

  const shelves = () => opened.database.manager.createQueryBuilder(Shelf, 'row');
  const ids = (rows: { row_id: string }[]) => rows.map(({ row_id }) => row_id).sort();

  test('one shape is written once, and each query keeps its own values', async () => {
    const { texts } = opened.database as ReadingDatabase;
    const inRoom = (room: string) => shelves().where('row.room = :room', { room }).getRawMany();
    await inRoom('r1');
    const known = texts.size;
    expect(ids(await inRoom('r1'))).toEqual(['a', 'b']);
    expect(ids(await inRoom('r2'))).toEqual([]);
    expect(texts.size).toBe(known);
  });

  test('what changes the text makes a shape of its own: lengths of lists, numbers, conditions, orders, limits', async () => {
    const among = (values: string[]) => shelves().where('row.id IN (:...values)', { values }).getRawMany();
    expect(ids(await among(['a', 'c']))).toEqual(['a', 'c']);
    expect(ids(await among(['b']))).toEqual(['b']);
    expect(ids(await among(['c', 'b', 'a']))).toEqual(['a', 'b', 'c']);
    const atLeast = (places: number) => shelves().where('row.places >= :places', { places }).getRawMany();
    expect(ids(await atLeast(2))).toEqual(['b', 'c']);
    expect(ids(await atLeast(3))).toEqual(['c']);
    const open = (isOpen: boolean) => shelves().where('row.isOpen = :isOpen', { isOpen }).getRawMany();
    expect(ids(await open(true))).toEqual(['a', 'c']);
    expect(ids(await open(false))).toEqual(['b']);
    const first = (order: 'ASC' | 'DESC', limit: number) => shelves().orderBy('row.id', order).limit(limit).getRawMany();
    expect(ids(await first('ASC', 1))).toEqual(['a']);
    expect(ids(await first('DESC', 1))).toEqual(['c']);
    expect(ids(await first('DESC', 2))).toEqual(['b', 'c']);
  });

  test('instants differ in no text, and are compared to the millisecond', async () => {
    const { texts } = opened.database as ReadingDatabase;
    const filledBefore = (at: string) =>
      shelves()
        .where('row.filledAt < :at', { at: new Date(at) })
        .getRawMany();
    expect(ids(await filledBefore('2026-09-21T02:00:00.000Z'))).toEqual([]);
    const known = texts.size;
    expect(ids(await filledBefore('2026-09-21T02:00:00.001Z'))).toEqual(['a']);
    expect(texts.size).toBe(known);
  });

  test('a text that looks like a mark stays text', async () => {
    const query = () => shelves().where("row.id = :id AND ':room' <> row.id", { id: 'a' }).getRawMany();
    expect(ids(await query())).toEqual(['a']);
    expect(ids(await query())).toEqual(['a']);
  });

  test('what is not plain is left to TypeORM, and read all the same', async () => {
    const found = await opened.database.manager.find(Shelf, { where: { room: 'r1' }, order: { id: 'DESC' }, take: 1 });
    expect(found.map(({ id }) => id)).toEqual(['b']);
    expect(await shelves().where({ isOpen: true }).getCount()).toBe(2);
    expect(await shelves().where({ id: 'a' }).getExists()).toBe(true);
  });

  test('nobody sees an open transaction but who is in it; all see it once it is committed', async () => {
    const { manager } = opened.database;
    const count = () => shelves().where('row.room = :room', { room: 'new' }).getCount();
    await manager.transaction(async (tx) => {
      await tx.insert(Shelf, { id: 'd', places: 1, isOpen: true, room: 'new' });
      expect(await tx.createQueryBuilder(Shelf, 'row').where('row.room = :room', { room: 'new' }).getCount()).toBe(1);
    });
    expect(await count()).toBe(1);
    await expect(
      manager.transaction(async (tx) => {
        await tx.delete(Shelf, { id: 'd' });
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect(await count()).toBe(1);
    await manager.delete(Shelf, { id: 'd' });
    expect(await count()).toBe(0);
  });

  test('a read does not wait for a transaction that is open', async () => {
    const steps: string[] = [];
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let begun: () => void = () => undefined;
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const writing = opened.database.manager.transaction(async (tx) => {
      await tx.insert(Shelf, { id: 'e', places: 1, isOpen: true, room: 'held' });
      begun();
      await held;
      steps.push('committed');
    });
    await hasBegun;
    const found = await shelves().where('row.room = :room', { room: 'held' }).getRawMany();
    steps.push(`read ${found.length}`);
    goOn();
    await writing;
    expect(steps).toEqual(['read 0', 'committed']);
    await opened.database.manager.delete(Shelf, { id: 'e' });
  });

  test('a row of which some properties were read is one of its class, and refuses to pass the others off as empty', async () => {
    const reader = new RowReader(opened.database.manager, Shelf, 'row').narrowedTo(['isOpen']);
    const [row] = await readRows(shelves().where('row.id = :id', { id: 'b' }).select(reader.selection), reader);
    expect(row).toBeInstanceOf(Shelf);
    expect({ ...row }).toEqual({ id: 'b', isOpen: false });
    expect(() => row!.room).toThrow('Shelf.room was not read');
  });

  test('columns of which a reader has a lasting list are its own, whatever one query selects beside them', async () => {
    const reader = new RowReader(opened.database.manager, Shelf, 'row').narrowedTo(['room']);
    const other = new RowReader(opened.database.manager, Shelf, 'row').narrowedTo(['places']);
    const read = (columns: string[]) => shelves().where('row.id = :id', { id: 'a' }).select(columns);
    const plain = { row_id: 'a', row_room: 'r1' };
    expect(await read(reader.selection).getRawMany()).toEqual([plain]);
    expect(await read(reader.selection).addSelect('row.places', 'beside').getRawMany()).toEqual([{ ...plain, beside: 1 }]);
    expect(await read(reader.selection).addSelect(['row.places']).getRawMany()).toEqual([{ ...plain, row_places: 1 }]);
    expect(await read(reader.selection).getRawMany()).toEqual([plain]);
    expect(await read(other.selection).getRawMany()).toEqual([{ row_id: 'a', row_places: 1 }]);
  });

  test('text that no builder can say is read in the same way', async () => {
    expect(await rowsBy(opened.database, 'SELECT id FROM shelf WHERE room = ? ORDER BY id', ['r1'])).toEqual([{ id: 'a' }, { id: 'b' }]);
  });

  test('a statement that fails spoils none after it', async () => {
    await expect(shelves().where('row.nowhere = :id', { id: 'a' }).getRawMany()).rejects.toThrow();
    expect(ids(await shelves().where('row.id = :id', { id: 'a' }).getRawMany())).toEqual(['a']);
  });
});

test('on SQLite a statement that reads a single row is over then: what is written is seen, and the log can be put in order', async () => {
  const { database, close } = await freshDatabase('sqlite', { entities: [Shelf], migrations: [CreateShelf1795200000000] });
  const first = () => database.manager.createQueryBuilder(Shelf, 'row').orderBy('row.id').limit(1).getRawMany();
  expect(await first()).toEqual([]);
  await database.manager.insert(Shelf, ROWS.slice(1));
  expect(await first()).toMatchObject([{ row_id: 'b' }]);
  await database.manager.insert(Shelf, ROWS.slice(0, 1));
  expect(await database.query('PRAGMA wal_checkpoint(TRUNCATE)')).toMatchObject([{ busy: 0 }]);
  expect(await first()).toMatchObject([{ row_id: 'a' }]);
  await close();
});

test('on SQLite the connection for reads refuses to write', async () => {
  const { database, close } = await freshDatabase('sqlite', { entities: [Shelf], migrations: [CreateShelf1795200000000] });
  const write = () => (database as ReadingDatabase).reader!.table("INSERT INTO shelf VALUES ('x', 1, 1, NULL, NULL) RETURNING id", []);
  expect(write).toThrow(/readonly|read-only|query_only/i);
  await close();
});
