import { code, createTable, id, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateVetoItem1795256202000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'veto_item',
      columns: [
        id('id', primary),
        id('catalogueId'),
        code('divisionCode', 12),
        code('code', 30),
        text('name', 100),
        text('legalBasis', 200),
        text('approvalDocument', 100),
      ],
      indices: [{ columns: ['catalogueId', 'code'], unique: true }, { columns: ['divisionCode', 'code'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('veto_item');
  }
}
