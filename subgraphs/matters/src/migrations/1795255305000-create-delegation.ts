import { code, createTable, day, id, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDelegation1795255305000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'delegation',
      columns: [
        id('id', primary),
        code('divisionCode', 12),
        code('mode', 20),
        code('basicCode', 12),
        text('matterName', 200),
        id('matterId'),
        code('delegatingCreditCode', 18),
        text('delegatingName', 100),
        code('batchNumber', 50),
        text('batchName', 100),
        text('agreementNumber', 100, optional),
        day('agreementSignedOn', optional),
        day('effectiveFrom'),
        day('effectiveTo', optional),
        day('reclaimedOn', optional),
        code('state', 20),
      ],
      indices: [{ columns: ['divisionCode', 'basicCode', 'id'] }, { columns: ['basicCode', 'id'] }, { columns: ['matterId'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('delegation');
  }
}
