import { code, createTable, id, instant, integer, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePlacementAppraisal1795256106000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'placement_appraisal',
      columns: [
        id('id', primary),
        id('placementId'),
        integer('year'),
        code('institutionGrade', 20, optional),
        code('civilServiceGrade', 20, optional),
        code('outcome', 20),
        code('source', 20),
        text('sourceReference', 100),
        instant('recordedAt'),
      ],
      indices: [{ columns: ['placementId', 'year'], unique: true }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('placement_appraisal');
  }
}
