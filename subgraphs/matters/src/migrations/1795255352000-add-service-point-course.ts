import { addColumns, code, day, dropColumns, integer, optional } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = [code('state', 20, { default: "'IN_SERVICE'" }), day('closedOn', optional), integer('version', { default: 1 })];

export class AddServicePointCourse1795255352000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, 'service_point', COLUMNS);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, 'service_point', COLUMNS);
  }
}
