import { code, createTable, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSearchName1795255303000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, { name: 'search_name', columns: [code('nameKey', 32, primary), code('searched', 400)] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('search_name');
  }
}
