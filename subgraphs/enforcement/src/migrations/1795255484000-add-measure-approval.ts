import { addColumns, code, dropColumns } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was taken before was approved before. */
const COLUMNS = [code('approval', 10, { default: "'BEFORE'" })];

export class AddMeasureApproval1795255484000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, 'case_measure', COLUMNS);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, 'case_measure', COLUMNS);
  }
}
