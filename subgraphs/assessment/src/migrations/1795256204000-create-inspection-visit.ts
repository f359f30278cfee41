import { code, createTable, day, id, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateInspectionVisit1795256204000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'inspection_visit',
      columns: [id('id', primary), id('planId'), code('divisionCode', 12), day('visitedOn')],
      indices: [{ columns: ['planId', 'divisionCode'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('inspection_visit');
  }
}
