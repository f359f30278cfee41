import { code, createTable, day, id, optional, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTeamCoverage1795255405000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'enforcement_team_coverage',
      columns: [id('teamId', primary), code('divisionCode', 12, primary), day('validFrom', primary), day('validTo', optional)],
      indices: [{ columns: ['divisionCode', 'teamId'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('enforcement_team_coverage');
  }
}
