import { addIndex } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The catalogue's own order, whole. With part of it SQLite reads all matters and sorts them as soon as a scope narrows them,
 * for it takes the few it expects to be left to be cheaper to sort.
 */
export class MatterByCode1795255359000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addIndex(runner, 'matter', { columns: ['implementationCode', 'id'] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('matter', 'matter_by_implementationCode_id');
  }
}
