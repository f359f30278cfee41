import { addColumns, dropColumns, flag, integer, optional } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = [
  integer('fromHundredths', optional),
  integer('toHundredths', optional),
  integer('fromRank', optional),
  integer('toRank', optional),
  integer('calculation', optional),
  flag('isConsequence', { default: 0 }),
];

export class AddCorrectedScores1795256220000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, 'result_correction', COLUMNS);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, 'result_correction', COLUMNS);
  }
}
