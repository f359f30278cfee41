import { addColumn, day, optional } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddDelegationHandedBackOn1795255345000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'delegation', day('handedBackOn', optional));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('delegation', 'handedBackOn');
  }
}
