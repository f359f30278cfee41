import { code, createTable, day, id, integer, json, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOrganization1795255201000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'organization',
      columns: [
        id('id', primary),
        code('creditCode', 18, optional),
        text('name', 200),
        text('shortName', 100, optional),
        code('kind', 40),
        code('divisionCode', 12),
        id('parentId', optional),
        id('dispatchedById', optional),
        id('functionalCenterId', optional),
        json('contact', optional),
        integer('sortOrder'),
        day('validTo', optional),
        integer('version'),
      ],
      indices: [
        { columns: ['creditCode'], unique: true },
        { columns: ['divisionCode', 'sortOrder', 'id'] },
        { columns: ['parentId'] },
        { columns: ['dispatchedById'] },
        { columns: ['functionalCenterId'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('organization');
  }
}
