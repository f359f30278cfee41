import { code, createTable, id, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateFinedAct1795255446000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'fined_act',
      columns: [code('actKey', 64, primary), id('caseId')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('fined_act');
  }
}
