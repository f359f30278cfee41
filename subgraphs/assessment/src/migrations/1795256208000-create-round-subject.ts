import { code, createTable, id, optional, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRoundSubject1795256208000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'round_subject',
      columns: [
        id('id', primary),
        id('roundId'),
        code('divisionCode', 12),
        code('subjectKind', 20),
        code('subjectKey', 36),
        code('organizationCode', 18, optional),
      ],
      indices: [{ columns: ['roundId', 'subjectKind', 'subjectKey'], unique: true }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('round_subject');
  }
}
