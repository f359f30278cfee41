import { addIndex } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The index that allowed one item a number for ever. */
export class DropResponsibilityItemBySerial1795255335000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('responsibility_item', 'responsibility_item_by_listId_serial');
  }

  async down(runner: QueryRunner): Promise<void> {
    await addIndex(runner, 'responsibility_item', { columns: ['listId', 'serial'], unique: true });
  }
}
