import { code, createTable, day, id, instant, integer, json, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateFineCollection1795255441000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'fine_collection',
      columns: [
        id('id', primary),
        id('caseId'),
        code('divisionCode', 12),
        integer('fineFen'),
        integer('gainsFen'),
        json('instalments'),
        json('paid'),
        integer('lateFinePaidFen'),
        integer('gainsPaidFen'),
        json('pauses'),
        text('hardship', 500, optional),
        day('remindedOn', optional),
        instant('courtAppliedAt', optional),
        code('courtResult', 10, optional),
      ],
      indices: [{ columns: ['caseId', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('fine_collection');
  }
}
