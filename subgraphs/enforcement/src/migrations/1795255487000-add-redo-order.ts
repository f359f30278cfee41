import { addColumns, code, day, dropColumns, integer, optional } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = [code('redoGround', 12, optional), day('redoUntil', optional), integer('evidence', optional)];

export class AddRedoOrder1795255487000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, 'case_remedy', COLUMNS);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, 'case_remedy', COLUMNS);
  }
}
