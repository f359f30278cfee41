import { addColumns, code, dropColumns, optional } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = [code('redoGround', 12, optional)];

export class AddRedoGround1795255488000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, 'enforcement_case', COLUMNS);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, 'enforcement_case', COLUMNS);
  }
}
