import { code, createTable, flag, id, instant, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePartyStatement1795255437000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'party_statement',
      columns: [
        id('id', primary),
        id('caseId'),
        code('divisionCode', 12),
        flag('isWaived'),
        text('content', 2000, optional),
        flag('isAdopted', optional),
        text('examination', 2000, optional),
        instant('statedAt'),
      ],
      indices: [{ columns: ['caseId', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('party_statement');
  }
}
