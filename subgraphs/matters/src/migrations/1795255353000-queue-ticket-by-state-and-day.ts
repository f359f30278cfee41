import { addIndex } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is left of days that are over: a handful among all that was ever served. */
export class QueueTicketByStateAndDay1795255353000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addIndex(runner, 'queue_ticket', { columns: ['state', 'day', 'servicePointId'] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('queue_ticket', 'queue_ticket_by_state_day_servicePointId');
  }
}
