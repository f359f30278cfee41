import { code, createTable, day, flag, id, integer, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateResponsibilityList1795255308000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'responsibility_list',
      columns: [
        id('id', primary),
        code('divisionCode', 12),
        code('kind', 30),
        code('level', 20),
        text('title', 200),
        text('documentNumber', 100, optional),
        code('organizationCreditCode', 18, optional),
        text('organizationName', 100, optional),
        day('publishedOn', optional),
        code('state', 20),
        integer('itemCount'),
        flag('isDemonstration'),
      ],
      indices: [{ columns: ['divisionCode', 'kind', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('responsibility_list');
  }
}
