import { code, createTable, flag, id, instant, integer, json, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePriorNotice1795255436000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'prior_notice',
      columns: [
        id('id', primary),
        id('caseId'),
        code('divisionCode', 12),
        json('proposed'),
        text('facts', 2000),
        text('reasons', 1000),
        text('legalBasis', 500),
        flag('offersHearing'),
        integer('evidence'),
        instant('notifiedAt'),
      ],
      indices: [{ columns: ['caseId', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('prior_notice');
  }
}
