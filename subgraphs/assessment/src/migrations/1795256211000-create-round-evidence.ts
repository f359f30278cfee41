import { code, createTable, id, instant, integer, longText, optional, pageText, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRoundEvidence1795256211000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'round_evidence',
      columns: [
        id('id', primary),
        id('roundId'),
        code('divisionCode', 12),
        integer('calculation'),
        id('roundSubjectId'),
        code('indicator', 30),
        longText('query', optional),
        pageText('answer', optional),
        code('value', 40, optional),
        code('notScored', 40, optional),
        instant('askedAt'),
      ],
      indices: [{ columns: ['roundId', 'calculation'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('round_evidence');
  }
}
