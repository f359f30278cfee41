import { code, createTable, flag, id, instant, integer, optional, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateBundleApplication1795255315000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'bundle_application',
      columns: [
        id('id', primary),
        id('bundleId'),
        code('divisionCode', 12),
        flag('isExpress'),
        code('state', 12),
        code('outcome', 16, optional),
        instant('openedAt'),
        instant('dueAt'),
        instant('completedAt', optional),
        flag('isOnTime', optional),
        integer('version'),
      ],
      indices: [{ columns: ['divisionCode', 'state', 'openedAt'] }, { columns: ['openedAt', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('bundle_application');
  }
}
