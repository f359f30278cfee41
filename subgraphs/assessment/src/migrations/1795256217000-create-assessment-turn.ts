import { code, createTable, integer, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAssessmentTurn1795256217000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'assessment_turn',
      columns: [code('name', 100, primary), integer('taken')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('assessment_turn');
  }
}
