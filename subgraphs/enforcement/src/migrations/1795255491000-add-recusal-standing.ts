import { addColumns, dropColumns, flag, integer, json, optional } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = [json('recused', optional), integer('openRecusals', { default: 0 }), flag('isShortOfOfficers', { default: false })];

export class AddRecusalStanding1795255491000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, 'enforcement_case', COLUMNS);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, 'enforcement_case', COLUMNS);
  }
}
