import { code, createTable, day, integer, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAcceptanceSerial1795255312000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'acceptance_serial',
      columns: [code('implementationCode', 31, primary), day('day', primary), integer('lastSerial')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('acceptance_serial');
  }
}
