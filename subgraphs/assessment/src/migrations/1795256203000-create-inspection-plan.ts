import { code, createTable, id, integer, json, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateInspectionPlan1795256203000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'inspection_plan',
      columns: [
        id('id', primary),
        code('divisionCode', 12),
        integer('year'),
        text('name', 100),
        json('matters'),
        code('organizerCreditCode', 18),
        integer('visitsAYear'),
      ],
      indices: [{ columns: ['divisionCode', 'year', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('inspection_plan');
  }
}
