import { code, createTable, day, id, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateGrantedPower1795255402000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'granted_power',
      columns: [
        id('grantId', primary),
        id('powerId', primary),
        code('powerCode', 30),
        code('divisionCode', 12),
        day('validFrom'),
        day('validTo', optional),
        day('reclaimedOn', optional),
        text('reclaimLegalBasis', 200, optional),
        text('reclaimNumber', 100, optional),
        code('openCases', 20, optional),
      ],
      indices: [{ columns: ['divisionCode', 'powerId', 'validFrom'] }, { columns: ['powerId', 'divisionCode', 'validFrom'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('granted_power');
  }
}
