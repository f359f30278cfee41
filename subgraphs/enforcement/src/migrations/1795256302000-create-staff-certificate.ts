import { code, createTable, day, id, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateStaffCertificate1795256302000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'staff_certificate',
      columns: [
        id('id', primary),
        id('staffMemberId'),
        code('number', 50),
        text('issuedBy', 100),
        day('validFrom'),
        day('validTo'),
        day('revokedOn', optional),
      ],
      indices: [{ columns: ['staffMemberId'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('staff_certificate');
  }
}
