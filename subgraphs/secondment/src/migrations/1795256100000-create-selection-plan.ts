import { code, createTable, id, instant, integer, json, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSelectionPlan1795256100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'selection_plan',
      columns: [
        id('id', primary),
        code('divisionCode', 12),
        text('document', 100),
        integer('startYear'),
        integer('endYear'),
        json('targets'),
        instant('adoptedAt'),
      ],
      indices: [{ columns: ['divisionCode', 'startYear', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('selection_plan');
  }
}
