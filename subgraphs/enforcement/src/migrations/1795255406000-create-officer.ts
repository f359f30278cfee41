import { code, createTable, day, id, integer, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOfficer1795255406000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'officer',
      columns: [
        id('id', primary),
        id('staffMemberId'),
        text('name', 50),
        code('kind', 20),
        code('divisionCode', 12),
        code('organCreditCode', 18),
        text('organName', 100),
        id('teamId', optional),
        code('allocation', 20, optional),
        text('legalQualificationNumber', 50, optional),
        day('reviewerSince', optional),
        integer('version'),
      ],
      indices: [
        { columns: ['staffMemberId'], unique: true },
        { columns: ['divisionCode', 'id'] },
        { columns: ['teamId', 'divisionCode', 'id'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('officer');
  }
}
