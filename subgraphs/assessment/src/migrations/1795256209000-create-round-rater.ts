import { code, createTable, id, optional, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRoundRater1795256209000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'round_rater',
      columns: [
        id('id', primary),
        id('roundId'),
        code('divisionCode', 12),
        code('roundDivisionCode', 12),
        code('groupCode', 30),
        code('creditCode', 18, optional),
        code('account', 100, optional),
      ],
      indices: [{ columns: ['roundId'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('round_rater');
  }
}
