import { code, createTable, day, id, instant, integer, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRecall1795256110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'recall',
      columns: [
        id('id', primary),
        code('divisionCode', 12),
        id('placementId'),
        id('openKey', optional),
        id('staffMemberId'),
        id('groundId'),
        code('departmentCreditCode', 18),
        text('departmentName', 100),
        text('reasonText', 500),
        instant('requestedAt'),
        text('decision', 500, optional),
        day('barsMeritUntil', optional),
        day('barsPromotionUntil', optional),
        code('state', 20),
        integer('version'),
      ],
      indices: [
        { columns: ['divisionCode', 'requestedAt', 'id'] },
        { columns: ['openKey'], unique: true },
        { columns: ['staffMemberId', 'state'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('recall');
  }
}
