import { addColumn, code, optional, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'delegation_recipient';
const COLUMNS = [code('organizationCreditCode', 18, optional), text('organizationName', 100, optional)];

/** Each unless it is there, as before. */
export class AddDelegationOrgan1795255341000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const column of COLUMNS) if (!(await runner.hasColumn(TABLE, column.name))) await addColumn(runner, TABLE, column);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of COLUMNS) if (await runner.hasColumn(TABLE, name)) await runner.dropColumn(TABLE, name);
  }
}
