import { code, createTable, day, id, instant, integer, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAdmissionRecipient1795255331000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'admission_recipient',
      columns: [
        id('admissionId', primary),
        code('divisionCode', 12, primary),
        integer('version'),
        code('opinion', 30, optional),
        text('opinionReason', 500, optional),
        code('opinionBy', 18, optional),
        instant('opinionAt', optional),
        integer('batch', optional),
        text('documentNumber', 100, optional),
        day('effectiveFrom', optional),
        day('effectiveTo', optional),
      ],
      indices: [{ columns: ['divisionCode', 'effectiveFrom'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('admission_recipient');
  }
}
