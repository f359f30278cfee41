import { code, createTable, id, instant, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateJurisdictionDispute1795255496000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'jurisdiction_dispute',
      columns: [
        id('id', primary),
        id('caseId'),
        code('divisionCode', 12),
        code('otherCreditCode', 18, optional),
        text('otherName', 100, optional),
        text('consultation', 500, optional),
        instant('reportedAt', optional),
        code('designatedCreditCode', 18, optional),
        text('designatedName', 100, optional),
        code('superiorCreditCode', 18, optional),
        text('superiorName', 100, optional),
        text('documentNumber', 60, optional),
        text('designationReason', 500, optional),
        instant('designatedAt', optional),
      ],
      indices: [{ columns: ['caseId', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('jurisdiction_dispute');
  }
}
