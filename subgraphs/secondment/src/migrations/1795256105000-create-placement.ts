import { code, createTable, day, flag, id, integer, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePlacement1795256105000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'placement',
      columns: [
        id('id', primary),
        id('staffMemberId'),
        code('kind', 30),
        code('divisionCode', 12),
        code('hostCreditCode', 18),
        text('hostName', 100),
        code('homeCreditCode', 18),
        text('homeName', 100),
        code('homeDivisionCode', 12),
        id('campaignId', optional),
        text('postTitle', 100),
        flag('isSectionChief'),
        text('document', 100),
        day('startsOn'),
        day('endsOn', optional),
        day('endedOn', optional),
        text('endReason', 200, optional),
        code('payBearer', 20),
        code('outcome', 20, optional),
        flag('isConversionDue'),
        day('banUntil', optional),
        code('state', 20),
        integer('version'),
      ],
      indices: [
        { columns: ['divisionCode', 'startsOn', 'id'] },
        { columns: ['homeDivisionCode', 'startsOn', 'id'] },
        { columns: ['staffMemberId', 'state'] },
        { columns: ['state', 'endsOn'] },
        { columns: ['campaignId'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('placement');
  }
}
