import { code, createTable, integer, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDelegationTurn1795255343000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, { name: 'delegation_turn', columns: [code('name', 60, primary), integer('taken')] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('delegation_turn');
  }
}
