import { code, createTable, id, instant, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRoundAdjustment1795256210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'round_adjustment',
      columns: [
        id('id', primary),
        id('roundId'),
        code('divisionCode', 12),
        id('roundSubjectId'),
        code('kind', 20),
        code('code', 30),
        code('points', 26, optional),
        text('reason', 400),
        instant('recordedAt'),
        instant('withdrawnAt', optional),
        text('withdrawReason', 400, optional),
      ],
      indices: [{ columns: ['roundId'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('round_adjustment');
  }
}
