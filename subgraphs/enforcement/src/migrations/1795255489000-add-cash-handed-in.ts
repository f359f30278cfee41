import { addColumns, day, dropColumns, optional } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = [day('handedInOn', optional)];

export class AddCashHandedIn1795255489000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, 'fine_payment', COLUMNS);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, 'fine_payment', COLUMNS);
  }
}
