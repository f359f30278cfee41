import { code, createTable, id, instant, integer, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReturnVisit1795255460000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'case_return_visit',
      columns: [
        id('id', primary),
        id('caseId'),
        code('divisionCode', 12),
        code('respondent', 12),
        integer('grade'),
        text('comment', 500, optional),
        instant('visitedAt'),
      ],
      indices: [{ columns: ['caseId'], unique: true }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('case_return_visit');
  }
}
