import { addColumn, day, id, integer, optional } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ADDED = [
  ['responsibility_list', integer('version', { default: 1 })],
  ['responsibility_item', integer('version', { default: 1 })],
  ['responsibility_item', day('validFrom', optional)],
  ['responsibility_item', day('validTo', optional)],
  ['responsibility_item', id('replacesId', optional)],
] as const;

/** One column after the other, each unless it is there: where DDL does not roll back, one that broke off goes on where it was. */
export class AddResponsibilityRevisions1795255333000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column] of ADDED) if (!(await runner.hasColumn(table, column.name))) await addColumn(runner, table, column);
    // What was published before items had days of their own holds since its list was published.
    await runner.query(
      `UPDATE responsibility_item SET validFrom = (SELECT l.publishedOn FROM responsibility_list l WHERE l.id = responsibility_item.listId)
        WHERE validFrom IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, { name }] of ADDED) if (await runner.hasColumn(table, name)) await runner.dropColumn(table, name);
  }
}
