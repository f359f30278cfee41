import { code, createTable, day, id, integer, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCertificate1795256002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'certificate',
      columns: [
        id('id', primary),
        id('staffMemberId'),
        code('divisionCode', 12),
        code('kind', 30),
        code('number', 50),
        text('issuedBy', 100),
        day('validFrom'),
        day('validTo', optional),
        day('revokedOn', optional),
        text('revokeReason', 200, optional),
        integer('version'),
      ],
      indices: [
        { columns: ['kind', 'number'], unique: true },
        { columns: ['staffMemberId', 'validFrom', 'id'] },
        { columns: ['divisionCode', 'id'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('certificate');
  }
}
