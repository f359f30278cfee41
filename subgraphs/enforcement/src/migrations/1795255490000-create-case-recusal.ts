import { code, createTable, flag, id, instant, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCaseRecusal1795255490000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'case_recusal',
      columns: [
        id('id', primary),
        id('caseId'),
        code('divisionCode', 12),
        id('officerId'),
        code('applicant', 8),
        code('ground', 16),
        text('facts', 500),
        instant('appliedAt'),
        flag('isGranted', optional),
        instant('decidedAt', optional),
        text('decisionReason', 500, optional),
      ],
      indices: [{ columns: ['caseId', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('case_recusal');
  }
}
