import { addColumns, code, dropColumns, optional } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = [code('nameInUse', 200, optional)];

export class AddServicePointNameInUse1795255360000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, 'service_point', COLUMNS);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, 'service_point', COLUMNS);
  }
}
