import { code, createTable, day, id, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOfficerCertificate1795255407000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'officer_certificate',
      columns: [
        id('id', primary),
        id('officerId'),
        code('number', 50),
        text('issuedBy', 100),
        day('validFrom'),
        day('validTo'),
        day('revokedOn', optional),
        text('revokeReason', 200, optional),
      ],
      indices: [{ columns: ['number'], unique: true }, { columns: ['officerId', 'validTo'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('officer_certificate');
  }
}
