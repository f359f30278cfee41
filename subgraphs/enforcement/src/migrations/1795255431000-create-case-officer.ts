import { code, createTable, id, instant, optional, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCaseOfficer1795255431000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'case_officer',
      columns: [
        id('id', primary),
        id('caseId'),
        code('divisionCode', 12),
        id('officerId'),
        code('caseFunction', 12),
        instant('since'),
        instant('until', optional),
      ],
      indices: [{ columns: ['caseId', 'id'] }, { columns: ['divisionCode', 'officerId'] }, { columns: ['officerId', 'until'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('case_officer');
  }
}
