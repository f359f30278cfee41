import { code, createTable, day, id, instant, integer, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateQueueTicket1795255323000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'queue_ticket',
      columns: [
        id('id', primary),
        id('servicePointId'),
        code('divisionCode', 12),
        day('day'),
        code('category', 1),
        integer('sequence'),
        code('number', 10),
        integer('priority'),
        integer('place'),
        code('kind', 40, optional),
        code('state', 20),
        id('windowId', optional),
        code('clerk', 255, optional),
        integer('callCount'),
        text('visitorName', 50, optional),
        code('visitorPhone', 30, optional),
        id('appointmentId', optional),
        instant('takenAt'),
        instant('calledAt', optional),
        instant('servingAt', optional),
        instant('endedAt', optional),
        integer('version'),
      ],
      indices: [
        // Two with the same number can never both be there.
        { columns: ['servicePointId', 'day', 'category', 'sequence'], unique: true },
        // Who is next.
        { columns: ['servicePointId', 'day', 'state', 'priority', 'place'] },
        // Who is at a window.
        { columns: ['windowId', 'day', 'state'] },
        { columns: ['divisionCode', 'day', 'id'] },
        { columns: ['appointmentId'], unique: true },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('queue_ticket');
  }
}
