import { code, createTable, day, flag, id, instant, integer, json, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMatterChange1795255336000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'matter_change',
      columns: [
        id('id', primary),
        code('divisionCode', 12),
        code('subjectDivision', 12),
        code('subjectType', 30),
        id('subjectId', optional),
        text('subjectName', 200),
        code('kind', 20),
        integer('baseRevision', optional),
        json('proposal'),
        json('details'),
        json('ground'),
        text('reason', 500),
        code('proposedByCreditCode', 18),
        text('proposedByName', 100),
        code('proposer', 200),
        instant('proposedAt'),
        code('takenOverByCreditCode', 18, optional),
        text('takenOverByName', 100, optional),
        code('state', 20),
        integer('version'),
        day('noticeFrom', optional),
        day('noticeUntil', optional),
        text('documentNumber', 100, optional),
        day('effectiveFrom', optional),
        integer('publishedRevision', optional),
        code('publishedBy', 18, optional),
        flag('isDemonstration'),
      ],
      indices: [
        { columns: ['proposedAt', 'id'] },
        { columns: ['subjectId', 'proposedAt'] },
        { columns: ['subjectDivision', 'proposedAt', 'id'] },
        { columns: ['divisionCode', 'proposedAt', 'id'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('matter_change');
  }
}
