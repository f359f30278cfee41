import { addIndex } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two without are not alike, on any engine. */
export class ServicePointByNameInUse1795255362000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addIndex(runner, 'service_point', { columns: ['divisionCode', 'nameInUse'], unique: true });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('service_point', 'service_point_by_divisionCode_nameInUse');
  }
}
