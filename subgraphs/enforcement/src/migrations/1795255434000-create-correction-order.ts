import { code, createTable, day, flag, id, instant, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCorrectionOrder1795255434000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'correction_order',
      columns: [
        id('id', primary),
        id('caseId'),
        code('divisionCode', 12),
        text('content', 1000),
        text('legalBasis', 200),
        instant('orderedAt'),
        day('dueOn'),
        instant('checkedAt', optional),
        flag('isCorrected', optional),
        text('finding', 500, optional),
      ],
      indices: [{ columns: ['caseId', 'id'] }, { columns: ['divisionCode', 'dueOn'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('correction_order');
  }
}
