import { addColumns, code, dropColumns, optional } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const OF_CASE = [code('receivingDivisionCode', 12, optional), code('receivingCreditCode', 18, optional)];

export class AddReceivingOrgan1795255480000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, 'enforcement_case', OF_CASE);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, 'enforcement_case', OF_CASE);
  }
}
