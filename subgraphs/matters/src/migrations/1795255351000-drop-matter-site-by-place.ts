import { addIndex } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The index without the days, which the longer one begins with. */
export class DropMatterSiteByPlace1795255351000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('matter_site', 'matter_site_by_divisionCode_matterId');
  }

  async down(runner: QueryRunner): Promise<void> {
    await addIndex(runner, 'matter_site', { columns: ['divisionCode', 'matterId'] });
  }
}
