import { addColumns, dropColumns, optional, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = [text('domain', 60, optional)];

export class AddComplaintDomain1795255483000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, 'complaint', COLUMNS);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, 'complaint', COLUMNS);
  }
}
