import { addIndex } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A batch is looked up whenever a draft joins it, and listed by number. */
export class DelegationByBatch1795255344000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addIndex(runner, 'delegation', { columns: ['batchNumber', 'id'] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('delegation', 'delegation_by_batchNumber_id');
  }
}
