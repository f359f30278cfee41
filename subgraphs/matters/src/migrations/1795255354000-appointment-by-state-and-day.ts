import { addIndex } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who had booked for a day that is over, and is booked still. */
export class AppointmentByStateAndDay1795255354000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addIndex(runner, 'appointment', { columns: ['state', 'day', 'id'] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('appointment', 'appointment_by_state_day_id');
  }
}
