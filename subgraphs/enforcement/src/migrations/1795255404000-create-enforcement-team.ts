import { code, createTable, day, id, integer, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEnforcementTeam1795255404000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'enforcement_team',
      columns: [
        id('id', primary),
        text('name', 100),
        code('kind', 20),
        code('divisionCode', 12),
        code('organCreditCode', 18),
        text('organName', 100),
        code('departmentCreditCode', 18, optional),
        text('departmentName', 100, optional),
        day('establishedOn'),
        integer('version'),
      ],
      indices: [{ columns: ['divisionCode', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('enforcement_team');
  }
}
