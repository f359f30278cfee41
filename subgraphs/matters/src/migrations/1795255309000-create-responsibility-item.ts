import { code, createTable, id, integer, json, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateResponsibilityItem1795255309000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'responsibility_item',
      columns: [
        id('id', primary),
        id('listId'),
        code('divisionCode', 12),
        code('kind', 30),
        integer('serial'),
        text('name', 200),
        code('dutyClass', 20, optional),
        code('outcome', 20, optional),
        json('criteria', optional),
        text('mergedInto', 200, optional),
        json('primaryParties'),
        json('supportingParties'),
        text('basis', 300, optional),
        code('basicCode', 12, optional),
      ],
      indices: [{ columns: ['listId', 'serial'], unique: true }, { columns: ['divisionCode', 'kind', 'listId', 'serial'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('responsibility_item');
  }
}
