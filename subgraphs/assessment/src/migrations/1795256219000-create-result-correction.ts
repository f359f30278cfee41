import { code, createTable, day, id, instant, integer, longText, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateResultCorrection1795256219000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'result_correction',
      columns: [
        id('id', primary),
        id('resultId'),
        code('divisionCode', 12),
        code('roundDivisionCode', 12),
        integer('version'),
        code('gradeScale', 20),
        integer('fromLevel'),
        integer('toLevel'),
        code('ground', 20),
        text('document', 100),
        longText('reason'),
        day('appliedOn', optional),
        instant('correctedAt'),
      ],
      indices: [{ columns: ['resultId', 'version'], unique: true }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('result_correction');
  }
}
