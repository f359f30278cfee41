import { code, createTable, flag, id, instant, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRecallGround1795256109000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'recall_ground',
      columns: [
        id('id', primary),
        code('divisionCode', 12),
        code('departmentCreditCode', 18),
        text('departmentName', 100),
        code('period', 20),
        flag('isEnabling'),
        id('sourceId'),
        instant('confirmedAt'),
      ],
      indices: [
        { columns: ['divisionCode', 'departmentCreditCode', 'confirmedAt', 'id'] },
        { columns: ['sourceId', 'divisionCode', 'departmentCreditCode'], unique: true },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('recall_ground');
  }
}
