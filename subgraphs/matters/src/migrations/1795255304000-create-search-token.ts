import { code, createTable, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSearchToken1795255304000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'search_token',
      columns: [code('token', 2, primary), code('nameKey', 32, primary)],
      indices: [{ columns: ['nameKey', 'token'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('search_token');
  }
}
