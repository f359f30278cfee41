import { code, createTable, day, flag, id, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCaseEvidence1795255432000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'case_evidence',
      columns: [
        id('id', primary),
        id('caseId'),
        code('divisionCode', 12),
        code('kind', 20),
        text('name', 200),
        text('proves', 1000),
        day('collectedOn'),
        flag('isVerified'),
      ],
      indices: [{ columns: ['caseId', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('case_evidence');
  }
}
