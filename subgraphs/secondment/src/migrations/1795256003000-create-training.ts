import { code, createTable, day, id, integer, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTraining1795256003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'training',
      columns: [
        id('id', primary),
        id('staffMemberId'),
        code('divisionCode', 12),
        text('subject', 100),
        text('provider', 100, optional),
        integer('hours'),
        day('completedOn'),
        code('result', 20),
      ],
      indices: [{ columns: ['staffMemberId', 'completedOn', 'id'] }, { columns: ['divisionCode', 'completedOn', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('training');
  }
}
