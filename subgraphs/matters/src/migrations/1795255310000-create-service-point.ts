import { code, createTable, flag, id, integer, json, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateServicePoint1795255310000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'service_point',
      columns: [
        id('id', primary),
        code('divisionCode', 12),
        code('tier', 20),
        text('name', 100),
        text('address', 200),
        text('phone', 30, optional),
        json('openingHours'),
        flag('aroundTheClock'),
        integer('windows'),
        integer('directors'),
        integer('deputies'),
        integer('staff'),
        flag('isDemonstration'),
      ],
      indices: [{ columns: ['divisionCode', 'tier', 'id'] }, { columns: ['tier', 'divisionCode', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('service_point');
  }
}
