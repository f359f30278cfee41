import { code, createTable, day, id, optional, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDelegationClosedSite1795255342000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'delegation_closed_site',
      columns: [
        id('delegationId', primary),
        id('matterId', primary),
        code('divisionCode', 12, primary),
        day('validFrom', primary),
        day('validTo', optional),
        code('villageRole', 20, optional),
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('delegation_closed_site');
  }
}
