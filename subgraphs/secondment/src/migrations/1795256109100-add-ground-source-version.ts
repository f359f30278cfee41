import { addColumns, dropColumns, integer } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = [integer('sourceVersion', { default: 1 })];

export class AddGroundSourceVersion1795256109100 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, 'recall_ground', COLUMNS);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, 'recall_ground', COLUMNS);
  }
}
