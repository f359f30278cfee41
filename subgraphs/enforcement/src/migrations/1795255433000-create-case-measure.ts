import { code, createTable, flag, id, instant, json, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCaseMeasure1795255433000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'case_measure',
      columns: [
        id('id', primary),
        id('caseId'),
        code('divisionCode', 12),
        code('kind', 12),
        json('things'),
        text('reason', 500),
        text('legalBasis', 200),
        instant('startedAt'),
        instant('dueAt'),
        flag('isExtended'),
        code('outcome', 12, optional),
        instant('endedAt', optional),
      ],
      indices: [{ columns: ['caseId', 'id'] }, { columns: ['divisionCode', 'dueAt'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('case_measure');
  }
}
