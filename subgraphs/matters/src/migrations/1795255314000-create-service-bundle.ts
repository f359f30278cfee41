import { code, createTable, flag, id, integer, json, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateServiceBundle1795255314000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'service_bundle',
      columns: [
        id('id', primary),
        code('divisionCode', 12),
        text('name', 100),
        text('leadDepartmentName', 100),
        json('members'),
        integer('promisedValue'),
        code('promisedUnit', 10),
        integer('expressHours', optional),
        code('state', 12),
        flag('isDemonstration'),
      ],
      indices: [{ columns: ['divisionCode', 'name', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('service_bundle');
  }
}
