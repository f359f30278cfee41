import { code, createTable, flag, id, instant, integer, json, optional, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAppraisalResult1795256215000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'appraisal_result',
      columns: [
        id('id', primary),
        id('roundId'),
        id('roundSubjectId'),
        code('divisionCode', 12),
        code('subjectDivisionCode', 12),
        code('subjectKind', 20),
        code('subjectKey', 36),
        code('organizationCode', 18, optional),
        code('kind', 30),
        integer('year'),
        code('gradeScale', 20),
        integer('scoreHundredths', optional),
        integer('rank', optional),
        integer('rankOrder'),
        integer('level', optional),
        flag('isTied'),
        flag('isVetoed'),
        json('parts'),
        json('missing'),
        code('bonus', 26),
        code('deductions', 26),
        flag('isPublished'),
        instant('confirmedAt', optional),
      ],
      indices: [
        { columns: ['roundId', 'rankOrder', 'id'] },
        { columns: ['divisionCode', 'year', 'id'] },
        { columns: ['subjectKey', 'year', 'id'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('appraisal_result');
  }
}
