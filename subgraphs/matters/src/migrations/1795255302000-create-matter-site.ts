import { code, createTable, day, id, optional, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMatterSite1795255302000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'matter_site',
      columns: [
        id('matterId', primary),
        code('divisionCode', 12, primary),
        day('validFrom', primary),
        day('validTo', optional),
        code('villageRole', 20, optional),
      ],
      indices: [{ columns: ['divisionCode', 'matterId'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('matter_site');
  }
}
