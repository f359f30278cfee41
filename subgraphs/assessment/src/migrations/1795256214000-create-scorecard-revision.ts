import { createTable, flag, id, instant, integer, json, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateScorecardRevision1795256214000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'scorecard_revision',
      columns: [
        id('scorecardId', primary),
        integer('version', primary),
        json('scores'),
        instant('submittedAt'),
        flag('isLate'),
        text('changeReason', 400, optional),
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('scorecard_revision');
  }
}
