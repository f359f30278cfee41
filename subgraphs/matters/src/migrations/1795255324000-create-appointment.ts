import { code, createTable, day, id, instant, integer, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAppointment1795255324000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'appointment',
      columns: [
        id('id', primary),
        id('servicePointId'),
        code('divisionCode', 12),
        day('day'),
        code('slot', 5),
        instant('startsAt'),
        instant('endsAt'),
        id('matterId', optional),
        code('state', 20),
        text('visitorName', 50),
        code('visitorPhone', 30),
        code('holder', 64, optional),
        instant('bookedAt'),
        instant('checkedInAt', optional),
        instant('endedAt', optional),
        integer('version'),
      ],
      indices: [
        // One person once in a slot; what is cancelled has no holder any more.
        { columns: ['servicePointId', 'day', 'slot', 'holder'], unique: true },
        { columns: ['servicePointId', 'startsAt', 'id'] },
        { columns: ['divisionCode', 'startsAt', 'id'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('appointment');
  }
}
