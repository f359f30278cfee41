import { code, createTable, day, id, integer, json, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCaseDecision1795255440000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'case_decision',
      columns: [
        id('id', primary),
        id('caseId'),
        code('divisionCode', 12),
        code('documentNumber', 80),
        code('outcome', 20),
        json('decided'),
        integer('fineFen'),
        code('ground', 20, optional),
        text('facts', 2000),
        text('legalBasis', 500),
        text('mitigation', 500, optional),
        text('education', 500, optional),
        text('performance', 500, optional),
        text('remedies', 500),
        code('organCreditCode', 18),
        day('decidedOn'),
        code('serviceMethod', 16, optional),
        day('servedOn', optional),
        text('revocation', 500, optional),
      ],
      indices: [{ columns: ['caseId', 'id'] }, { columns: ['documentNumber'], unique: true }, { columns: ['divisionCode', 'decidedOn'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('case_decision');
  }
}
