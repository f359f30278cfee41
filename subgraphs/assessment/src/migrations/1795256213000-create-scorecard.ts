import { code, createTable, flag, id, instant, integer, json, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateScorecard1795256213000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'scorecard',
      columns: [
        id('id', primary),
        id('roundId'),
        id('roundSubjectId'),
        id('raterId'),
        code('divisionCode', 12),
        code('roundDivisionCode', 12),
        json('scores'),
        instant('submittedAt'),
        flag('isLate'),
        text('changeReason', 400, optional),
        integer('version'),
      ],
      indices: [
        { columns: ['roundSubjectId', 'raterId'], unique: true },
        { columns: ['roundId'] },
        { columns: ['divisionCode', 'submittedAt', 'id'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('scorecard');
  }
}
