import { code, createTable, flag, id, instant, longText, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCaseHearing1795255438000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'case_hearing',
      columns: [
        id('id', primary),
        id('caseId'),
        code('divisionCode', 12),
        id('hostId', optional),
        instant('requestedAt'),
        instant('toldAt', optional),
        instant('heldAt', optional),
        text('place', 200, optional),
        flag('isPublic'),
        longText('record', optional),
        text('report', 2000, optional),
        flag('isAbandoned', optional),
        instant('closedAt', optional),
      ],
      indices: [{ columns: ['caseId', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('case_hearing');
  }
}
