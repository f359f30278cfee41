import { code, createTable, day, id, integer, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePowerGrant1795255401000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'power_grant',
      columns: [
        id('id', primary),
        code('countyCode', 12),
        code('divisionCode', 12),
        code('mode', 20),
        code('holderCreditCode', 18),
        text('holderName', 100),
        code('departmentCreditCode', 18, optional),
        text('departmentName', 100, optional),
        text('legalBasis', 200),
        text('decisionNumber', 100, optional),
        text('capability', 500, optional),
        text('agreementNumber', 100, optional),
        day('agreementSignedOn', optional),
        day('agreementValidTo', optional),
        day('publishedOn', optional),
        text('publicationNumber', 100, optional),
        day('effectiveFrom'),
        day('effectiveTo', optional),
        day('evaluatedOn', optional),
        code('evaluationOutcome', 20, optional),
        code('state', 20),
        integer('version'),
      ],
      indices: [
        { columns: ['divisionCode', 'effectiveFrom', 'id'] },
        { columns: ['effectiveFrom', 'id'] },
        { columns: ['holderCreditCode', 'mode'] },
        { columns: ['countyCode', 'mode'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('power_grant');
  }
}
