import { code, createTable, id, integer, json, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateFunctionalCenter1795255202000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'functional_center',
      columns: [
        id('id', primary),
        text('name', 100),
        json('kind'),
        code('divisionCode', 12),
        text('leadName', 100, optional),
        json('deputyNames'),
        integer('sortOrder'),
      ],
      indices: [{ columns: ['divisionCode', 'sortOrder', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('functional_center');
  }
}
