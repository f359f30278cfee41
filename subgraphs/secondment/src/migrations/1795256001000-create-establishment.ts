import { code, createTable, day, id, integer, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEstablishment1795256001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'establishment',
      columns: [
        id('id', primary),
        code('organCreditCode', 18),
        text('organName', 100),
        code('organKind', 40),
        code('divisionCode', 12),
        code('kind', 30),
        code('fundingKind', 10, optional),
        integer('approved'),
        text('approvalAuthority', 100),
        text('approvalNumber', 100),
        day('approvedOn'),
        integer('version'),
      ],
      indices: [{ columns: ['organCreditCode', 'kind', 'fundingKind'], unique: true }, { columns: ['divisionCode', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('establishment');
  }
}
