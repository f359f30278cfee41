import { code, createTable, id, instant, integer, longText, optional, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAppraisalAppeal1795256216000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'appraisal_appeal',
      columns: [
        id('id', primary),
        id('roundId'),
        id('resultId'),
        code('divisionCode', 12),
        code('roundDivisionCode', 12),
        longText('grounds'),
        longText('decision', optional),
        code('state', 20),
        integer('version'),
        instant('filedAt'),
        instant('decidedAt', optional),
      ],
      indices: [{ columns: ['resultId'] }, { columns: ['divisionCode', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('appraisal_appeal');
  }
}
