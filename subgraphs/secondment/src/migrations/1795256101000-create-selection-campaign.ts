import { code, createTable, day, id, instant, integer, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSelectionCampaign1795256101000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'selection_campaign',
      columns: [
        id('id', primary),
        code('divisionCode', 12),
        text('title', 100),
        integer('year'),
        id('planId', optional),
        text('approvalDocument', 100),
        integer('writtenWeight'),
        integer('interviewWeight'),
        integer('writtenPass'),
        integer('interviewPass'),
        day('registrationFrom', optional),
        day('registrationTo', optional),
        instant('publicityFrom', optional),
        instant('publicityEndsAt', optional),
        integer('postCount'),
        integer('freePosts'),
        integer('candidateCount'),
        integer('pendingCount'),
        integer('openObjections'),
        instant('openedAt'),
        code('state', 20),
        integer('version'),
      ],
      indices: [{ columns: ['divisionCode', 'openedAt', 'id'] }, { columns: ['planId', 'year'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('selection_campaign');
  }
}
