import { code, createTable, day, id, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateInspectionCheck1795255473000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'inspection_check',
      columns: [
        id('inspectionId', primary),
        id('itemId', primary),
        text('itemName', 200),
        code('authorityCreditCode', 18),
        text('authorityName', 100),
        code('countedFor', 80, optional),
        code('result', 20, optional),
        text('finding', 500, optional),
        day('followedUpOn', optional),
        id('caseId', optional),
      ],
      indices: [{ columns: ['countedFor', 'authorityCreditCode', 'inspectionId'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('inspection_check');
  }
}
