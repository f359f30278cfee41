import { code, createTable, id, instant, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLegalReview1795255435000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'legal_review',
      columns: [
        id('id', primary),
        id('caseId'),
        code('divisionCode', 12),
        id('reviewerId'),
        code('result', 10),
        text('opinion', 2000),
        instant('reviewedAt'),
      ],
      indices: [{ columns: ['caseId', 'id'] }, { columns: ['reviewerId'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('legal_review');
  }
}
