import { code, createTable, id, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDelegationRecipient1795255306000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'delegation_recipient',
      columns: [id('delegationId', primary), code('divisionCode', 12, primary)],
      indices: [{ columns: ['divisionCode', 'delegationId'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('delegation_recipient');
  }
}
