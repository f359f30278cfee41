import { addColumns, dropColumns, integer } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = [integer('version', { default: 1 })];

export class AddResultVersion1795256218000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, 'appraisal_result', COLUMNS);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, 'appraisal_result', COLUMNS);
  }
}
