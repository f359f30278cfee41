import { code, createTable, id, instant, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCaseTransfer1795255443000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'case_transfer',
      columns: [
        id('id', primary),
        id('caseId'),
        code('divisionCode', 12),
        code('kind', 12),
        code('state', 12),
        text('recipient', 100),
        text('reason', 500),
        instant('proposedAt'),
        instant('decidedAt', optional),
        instant('handedOverAt', optional),
        instant('answeredAt', optional),
        text('answer', 500, optional),
      ],
      indices: [{ columns: ['caseId', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('case_transfer');
  }
}
