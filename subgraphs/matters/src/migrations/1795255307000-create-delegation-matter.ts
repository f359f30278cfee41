import { createTable, id, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDelegationMatter1795255307000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'delegation_matter',
      columns: [id('delegationId', primary), id('matterId', primary)],
      indices: [{ columns: ['matterId', 'delegationId'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('delegation_matter');
  }
}
