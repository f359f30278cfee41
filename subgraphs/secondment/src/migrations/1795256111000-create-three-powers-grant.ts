import { code, createTable, day, id, integer, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateThreePowersGrant1795256111000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'three_powers_grant',
      columns: [
        id('id', primary),
        code('divisionCode', 12),
        code('departmentCreditCode', 18),
        text('departmentName', 100),
        code('power', 20),
        code('standingKey', 60, optional),
        text('document', 100),
        day('effectiveFrom'),
        day('effectiveTo', optional),
        code('state', 20),
        integer('version'),
      ],
      indices: [{ columns: ['divisionCode', 'effectiveFrom', 'id'] }, { columns: ['standingKey'], unique: true }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('three_powers_grant');
  }
}
