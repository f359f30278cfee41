import { createTable, day, id, integer, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateQueueHold1795255322000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'queue_hold',
      columns: [id('servicePointId', primary), day('day', primary), integer('moves')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('queue_hold');
  }
}
