import { code, createTable, day, id, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCaseRemedy1795255444000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'case_remedy',
      columns: [
        id('id', primary),
        id('caseId'),
        code('divisionCode', 12),
        code('kind', 12),
        text('body', 100),
        day('filedOn'),
        code('outcome', 10, optional),
        day('concludedOn', optional),
      ],
      indices: [{ columns: ['caseId', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('case_remedy');
  }
}
