import { addColumns, dropColumns, integer } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = [integer('sourceVersion', { default: 1 })];

export class AddAppraisalSourceVersion1795256106200 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, 'placement_appraisal', COLUMNS);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, 'placement_appraisal', COLUMNS);
  }
}
