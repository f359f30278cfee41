import { code, createTable, id, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSelectionPost1795256102000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'selection_post',
      columns: [
        id('id', primary),
        id('campaignId'),
        code('divisionCode', 12),
        code('hostCreditCode', 18),
        text('hostName', 100),
        text('title', 100),
        id('candidateId', optional),
      ],
      indices: [{ columns: ['campaignId', 'divisionCode', 'id'] }, { columns: ['candidateId'], unique: true }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('selection_post');
  }
}
