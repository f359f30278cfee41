import { addIndex } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is handled somewhere on a day is told by the index alone: a township's list looks at some hundred sites. */
export class MatterSiteByPlaceAndDays1795255350000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addIndex(runner, 'matter_site', { columns: ['divisionCode', 'matterId', 'validFrom', 'validTo'] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('matter_site', 'matter_site_by_divisionCode_matterId_validFrom_validTo');
  }
}
