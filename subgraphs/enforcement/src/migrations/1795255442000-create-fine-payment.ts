import { code, createTable, day, id, integer, optional, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateFinePayment1795255442000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'fine_payment',
      columns: [
        id('id', primary),
        id('caseId'),
        code('divisionCode', 12),
        code('purpose', 10),
        integer('fen'),
        day('paidOn'),
        code('channel', 10),
        code('receiptNumber', 40, optional),
        code('cashGround', 16, optional),
        day('remittedOn', optional),
      ],
      indices: [{ columns: ['caseId', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('fine_payment');
  }
}
