import { code, createTable, id, instant, integer, pageText, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRoundCalculation1795256212000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'round_calculation',
      columns: [
        id('id', primary),
        id('roundId'),
        code('divisionCode', 12),
        integer('number'),
        instant('calculatedAt'),
        pageText('inputs'),
        code('inputsDigest', 64),
        code('outcomesDigest', 64),
      ],
      indices: [{ columns: ['roundId', 'number'], unique: true }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('round_calculation');
  }
}
