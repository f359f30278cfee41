import { code, createTable, day, id, integer, optional, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSlotBookings1795255325000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'slot_bookings',
      columns: [
        id('servicePointId', primary),
        day('day', primary),
        code('slot', 5, primary),
        integer('booked'),
        integer('capacity', optional),
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('slot_bookings');
  }
}
