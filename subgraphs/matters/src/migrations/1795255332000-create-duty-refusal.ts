import { code, createTable, day, flag, id, instant, integer, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDutyRefusal1795255332000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'duty_refusal',
      columns: [
        id('id', primary),
        code('divisionCode', 12),
        code('kind', 20),
        text('dutyName', 200),
        code('basicCode', 12, optional),
        code('assignedByCreditCode', 18),
        text('assignedByName', 100),
        day('assignedOn'),
        text('assignment', 200),
        text('reason', 500),
        code('raisedBy', 18, optional),
        instant('raisedAt'),
        code('state', 20),
        integer('version'),
        text('decision', 500, optional),
        text('decisionBasis', 200, optional),
        code('decidedBy', 18, optional),
        id('admissionId', optional),
        flag('isDemonstration'),
      ],
      indices: [
        { columns: ['raisedAt', 'id'] },
        { columns: ['divisionCode', 'raisedAt', 'id'] },
        { columns: ['assignedByCreditCode', 'raisedAt'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('duty_refusal');
  }
}
