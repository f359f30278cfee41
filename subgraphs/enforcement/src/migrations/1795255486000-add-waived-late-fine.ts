import { addColumns, dropColumns, integer } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = [integer('waivedFen', { default: 0 })];

export class AddWaivedLateFine1795255486000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, 'fine_collection', COLUMNS);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, 'fine_collection', COLUMNS);
  }
}
