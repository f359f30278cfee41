import { code, createTable, day, integer, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDivision1795255200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'division',
      columns: [
        code('code', 12, primary),
        text('name', 100),
        code('level', 12),
        code('kind', 24, optional),
        code('parentCode', 12, optional),
        code('urbanRuralClass', 3, optional),
        integer('population', optional),
        day('validFrom', optional),
        day('validTo', optional),
        code('successorCode', 12, optional),
        integer('version'),
      ],
      indices: [{ columns: ['parentCode', 'code'] }, { columns: ['level', 'code'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('division');
  }
}
