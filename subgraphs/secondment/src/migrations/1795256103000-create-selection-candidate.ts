import { code, createTable, flag, id, instant, integer, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSelectionCandidate1795256103000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'selection_candidate',
      columns: [
        id('id', primary),
        id('campaignId'),
        code('divisionCode', 12),
        id('staffMemberId'),
        code('homeCreditCode', 18),
        text('homeName', 100),
        code('fundingKind', 10),
        instant('registeredAt'),
        text('refusalReason', 200, optional),
        integer('writtenPoints', optional),
        flag('isAbsentFromWritten'),
        integer('interviewPoints', optional),
        flag('isAbsentFromInterview'),
        integer('totalPoints', optional),
        integer('rankNumber', optional),
        id('postId', optional),
        code('chosenDivisionCode', 12, optional),
        code('state', 20),
        integer('version'),
      ],
      indices: [
        { columns: ['campaignId', 'staffMemberId'], unique: true },
        { columns: ['campaignId', 'state', 'rankNumber'] },
        { columns: ['divisionCode', 'id'] },
        { columns: ['chosenDivisionCode', 'id'] },
        { columns: ['staffMemberId'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('selection_candidate');
  }
}
