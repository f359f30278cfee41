import { code, createTable, day, id, integer, json, optional, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCaseRestitution1795255494000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'case_restitution',
      columns: [
        id('id', primary),
        id('caseId'),
        code('divisionCode', 12),
        code('kind', 8),
        id('sourceId'),
        code('cause', 8),
        day('since'),
        integer('fen'),
        json('things'),
        json('given'),
        day('completedOn', optional),
      ],
      indices: [{ columns: ['caseId', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('case_restitution');
  }
}
