import { addIndex } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A number of a list is one item a day: what replaces an item has its number. */
export class ResponsibilityItemByDay1795255334000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addIndex(runner, 'responsibility_item', { columns: ['listId', 'serial', 'validFrom'], unique: true });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('responsibility_item', 'responsibility_item_by_listId_serial_validFrom');
  }
}
