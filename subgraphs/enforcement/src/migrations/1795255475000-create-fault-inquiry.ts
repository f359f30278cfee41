import { code, createTable, id, instant, integer, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateFaultInquiry1795255475000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'fault_inquiry',
      columns: [
        id('id', primary),
        code('divisionCode', 12),
        id('officerId'),
        text('officerName', 50),
        code('organCreditCode', 18),
        id('staffMemberId'),
        code('kind', 20),
        text('factsText', 1000),
        text('legalBasis', 200),
        id('caseId', optional),
        instant('openedAt'),
        code('openedBy', 100),
        instant('statementUntil', optional),
        text('statementText', 1000, optional),
        text('decision', 50, optional),
        text('reasonText', 500, optional),
        code('state', 20),
        integer('version'),
      ],
      indices: [{ columns: ['divisionCode', 'openedAt', 'id'] }, { columns: ['officerId', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('fault_inquiry');
  }
}
