import { addColumns, dropColumns, integer } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = [integer('openRestitutions', { default: 0 })];

export class AddOpenRestitutions1795255495000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, 'enforcement_case', COLUMNS);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, 'enforcement_case', COLUMNS);
  }
}
