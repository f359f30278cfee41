import { code, createTable, day, id, instant, integer, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEstablishmentTransfer1795256001100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'establishment_transfer',
      columns: [
        id('id', primary),
        code('kind', 30),
        code('fundingKind', 10, optional),
        integer('posts'),
        integer('persons'),
        id('fromEstablishmentId'),
        code('fromCreditCode', 18),
        text('fromName', 100),
        code('divisionCode', 12),
        id('toEstablishmentId'),
        code('toCreditCode', 18),
        text('toName', 100),
        code('toDivisionCode', 12),
        text('approvalAuthority', 100),
        text('approvalNumber', 100),
        day('approvedOn'),
        text('crossLevelAuthority', 100, optional),
        text('crossLevelNumber', 100, optional),
        day('crossLevelOn', optional),
        instant('at'),
      ],
      indices: [
        { columns: ['divisionCode', 'at', 'id'] },
        { columns: ['toDivisionCode', 'at', 'id'] },
        { columns: ['fromEstablishmentId'] },
        { columns: ['toEstablishmentId'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('establishment_transfer');
  }
}
