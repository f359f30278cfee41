import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from 'typeorm';
import { ENGINES, freshDatabase, type TestDatabase } from '../testing/database';
import { createTable, primary, text } from './columns';
import { containing } from './like';

@Entity('place')
class Place {
  @PrimaryColumn({ type: 'varchar' })
  name!: string;

  @Column({ type: 'varchar' })
  address!: string;
}

class CreatePlace1795200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, { name: 'place', columns: [text('name', 50, primary), text('address', 50)] });
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('place');
  }
}

const PLACES = [
  ['东坝头镇派出所', '1号'],
  ['仪封镇便民服务中心', '派出所对面'],
  ['VIP100%窗口', '1楼_A区'],
  ['!乙', "O'Brien"],
];

describe.each(ENGINES)('rows with a text that contains what was typed, on %s', (engine) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await freshDatabase(engine, { entities: [Place], migrations: [CreatePlace1795200000000] });
    await opened.database.manager.insert(
      Place,
      PLACES.map(([name, address]) => ({ name, address })),
    );
  });
  afterAll(() => opened.close());

  const found = async (columns: string | readonly string[], typed: string) => {
    const query = opened.database.manager.createQueryBuilder(Place, 'row').where(...containing(columns, 'typed', typed));
    const names = (await query.getMany()).map(({ name }) => name);
    return PLACES.flatMap(([name], place) => (names.includes(name!) ? [place] : []));
  };

  test.each([
    ['派出所', [0]],
    ['镇', [0, 1]],
    ['所派出', []],
    ['%', [2]],
    ['_', []],
    ['100%', [2]],
    ['vip100%', [2]],
    ['%V', []],
    ['!', [3]],
    ['!乙', [3]],
    ['镇%中心', []],
    ["' OR '1' = '1", []],
  ])('%p in the name', async (typed, places) => {
    expect(await found('row.name', typed)).toEqual(places);
  });

  test.each([
    ['派出所', [0, 1]],
    ['_', [2]],
    ['_a', [2]],
    ["o'b", [3]],
    ["'", [3]],
  ])('%p in one of two columns', async (typed, places) => {
    expect(await found(['row.name', 'row.address'], typed)).toEqual(places);
  });
});
