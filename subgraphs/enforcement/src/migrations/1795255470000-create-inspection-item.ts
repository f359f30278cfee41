import { code, createTable, day, id, integer, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateInspectionItem1795255470000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'inspection_item',
      columns: [
        id('id', primary),
        code('divisionCode', 12),
        code('code', 50),
        text('name', 200),
        text('legalBasis', 200),
        code('authorityCreditCode', 18),
        text('authorityName', 100),
        day('publishedOn'),
        code('state', 20),
        integer('version'),
      ],
      indices: [{ columns: ['divisionCode', 'code'], unique: true }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('inspection_item');
  }
}
