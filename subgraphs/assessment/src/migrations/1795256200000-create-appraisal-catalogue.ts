import { code, createTable, flag, id, integer, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAppraisalCatalogue1795256200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'appraisal_catalogue',
      columns: [
        id('id', primary),
        code('divisionCode', 12),
        integer('year'),
        integer('lastYearCount'),
        integer('limitCount'),
        flag('isDemonstration'),
      ],
      indices: [{ columns: ['divisionCode', 'year'], unique: true }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('appraisal_catalogue');
  }
}
