import { code, createTable, id, instant, integer, json, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateServiceWindow1795255321000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'service_window',
      columns: [
        id('id', primary),
        id('servicePointId'),
        code('divisionCode', 12),
        integer('number'),
        text('name', 50),
        code('state', 20),
        code('clerk', 255, optional),
        json('kinds'),
        instant('openedAt', optional),
        integer('version'),
      ],
      indices: [{ columns: ['servicePointId', 'number'], unique: true }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('service_window');
  }
}
