import { code, createTable, id, instant, json, longText, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCaseDeliberation1795255439000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'case_deliberation',
      columns: [
        id('id', primary),
        id('caseId'),
        code('divisionCode', 12),
        json('participants'),
        longText('record'),
        text('conclusion', 1000),
        instant('deliberatedAt'),
      ],
      indices: [{ columns: ['caseId', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('case_deliberation');
  }
}
