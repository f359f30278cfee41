import { code, createTable, day, id, instant, integer, optional, pageText, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCaseDocument1795255450000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'case_document',
      columns: [
        id('id', primary),
        id('caseId'),
        code('divisionCode', 12),
        code('kind', 24),
        id('sourceId'),
        code('number', 80, optional),
        integer('version'),
        day('datedOn'),
        instant('issuedAt'),
        instant('replacedAt', optional),
        pageText('content'),
      ],
      // Two that make the same version at once: one of them does.
      indices: [{ columns: ['caseId', 'kind', 'sourceId', 'version'], unique: true }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('case_document');
  }
}
