import {
  code,
  createTable,
  day,
  flag,
  id,
  instant,
  integer,
  json,
  optional,
  pageText,
  primary,
  text,
} from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAppraisalRound1795256206000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'appraisal_round',
      columns: [
        id('id', primary),
        code('divisionCode', 12),
        id('catalogueItemId'),
        id('schemeId'),
        code('kind', 30),
        code('subjectKind', 20),
        text('name', 100),
        integer('year'),
        day('periodFrom'),
        day('periodTo'),
        day('scoringUntil'),
        json('participants'),
        pageText('bundles'),
        code('state', 20),
        integer('version'),
        integer('calculationCount'),
        integer('undecidedTies'),
        integer('pendingAppeals'),
        day('publicUntil', optional),
        instant('openedAt'),
        instant('confirmedAt', optional),
        flag('isDemonstration'),
      ],
      indices: [{ columns: ['divisionCode', 'openedAt', 'id'] }, { columns: ['catalogueItemId'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('appraisal_round');
  }
}
