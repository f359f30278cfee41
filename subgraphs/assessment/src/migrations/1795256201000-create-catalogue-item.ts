import { code, createTable, id, integer, json, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCatalogueItem1795256201000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'catalogue_item',
      columns: [
        id('id', primary),
        id('catalogueId'),
        code('divisionCode', 12),
        integer('year'),
        text('name', 100),
        code('organizerCreditCode', 18),
        text('organizerName', 100),
        text('legalBasis', 200),
        text('approvalDocument', 100),
        json('subjectKinds'),
        integer('roundsAYear'),
      ],
      indices: [{ columns: ['catalogueId', 'name'], unique: true }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('catalogue_item');
  }
}
