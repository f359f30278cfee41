import { code, createTable, integer, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSecondmentTurn1795256000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, { name: 'secondment_turn', columns: [code('name', 100, primary), integer('taken')] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('secondment_turn');
  }
}
