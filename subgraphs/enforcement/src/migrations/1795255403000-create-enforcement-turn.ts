import { code, createTable, integer, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEnforcementTurn1795255403000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, { name: 'enforcement_turn', columns: [code('name', 100, primary), integer('taken')] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('enforcement_turn');
  }
}
