import { code, createTable, flag, id, instant, integer, longText, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateComplaint1795255474000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'complaint',
      columns: [
        id('id', primary),
        code('divisionCode', 12),
        code('kind', 20),
        code('channel', 20),
        text('complainantName', 50, optional),
        text('complainantPhone', 20, optional),
        longText('content'),
        code('partyKind', 20, optional),
        text('partyName', 100, optional),
        code('partyCreditCode', 18, optional),
        text('partyAddress', 200, optional),
        instant('filedAt'),
        text('declineReason', 200, optional),
        code('labour', 20, optional),
        code('handlerCreditCode', 18, optional),
        text('handlerName', 100, optional),
        flag('isDecided'),
        code('outcome', 20, optional),
        text('resultText', 500, optional),
        id('caseId', optional),
        instant('toldAt', optional),
        integer('satisfaction', optional),
        code('state', 20),
        integer('version'),
      ],
      indices: [{ columns: ['divisionCode', 'filedAt', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('complaint');
  }
}
