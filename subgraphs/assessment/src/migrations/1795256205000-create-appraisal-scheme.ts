import { code, createTable, flag, id, instant, integer, json, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAppraisalScheme1795256205000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'appraisal_scheme',
      columns: [
        id('id', primary),
        code('divisionCode', 12),
        code('kind', 30),
        text('name', 100),
        code('subjectKind', 20),
        code('bundledKind', 20, optional),
        code('appraisedUnit', 20, optional),
        code('gradeScale', 20),
        json('indicators'),
        json('raters'),
        json('bonuses'),
        json('deductions'),
        code('bonusCap', 26),
        json('vetoes'),
        json('cutOffs'),
        integer('quotaPercent', optional),
        integer('edition'),
        id('predecessorId', optional),
        code('state', 20),
        instant('definedAt'),
        flag('isDemonstration'),
      ],
      indices: [{ columns: ['divisionCode', 'definedAt', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('appraisal_scheme');
  }
}
