import { code, createTable, id, integer, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReceptionPlan1795255320000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'reception_plan',
      columns: [
        id('servicePointId', primary),
        code('divisionCode', 12),
        integer('callsBeforeNoShow'),
        integer('slotMinutes'),
        integer('slotCapacity'),
        integer('horizonDays'),
        integer('held'),
        integer('version'),
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('reception_plan');
  }
}
