import { code, createTable, day, flag, id, instant, integer, json, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAdmissionRequest1795255330000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'admission_request',
      columns: [
        id('id', primary),
        code('divisionCode', 12),
        code('kind', 20),
        text('dutyName', 200),
        code('basicCode', 12, optional),
        code('departmentCreditCode', 18),
        text('departmentName', 100),
        code('draftedBy', 200),
        json('conditions'),
        json('criteria', optional),
        code('state', 20),
        integer('version'),
        integer('edition'),
        id('predecessorId', optional),
        id('successorId', optional),
        integer('round'),
        json('passedReviews'),
        json('heldEvaluations'),
        day('opinionsDueOn', optional),
        day('endsOn', optional),
        text('endDocument', 100, optional),
        code('openCases', 20, optional),
        instant('createdAt'),
        flag('isDemonstration'),
      ],
      indices: [
        { columns: ['divisionCode', 'createdAt', 'id'] },
        { columns: ['createdAt', 'id'] },
        { columns: ['dutyName', 'id'] },
        { columns: ['departmentCreditCode', 'dutyName'] },
        { columns: ['basicCode'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('admission_request');
  }
}
