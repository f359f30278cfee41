import { code, createTable, id, instant, integer, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCandidateObjection1795256104000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'candidate_objection',
      columns: [
        id('id', primary),
        id('candidateId'),
        id('campaignId'),
        code('divisionCode', 12),
        text('contentText', 500),
        instant('raisedAt'),
        text('finding', 500, optional),
        code('state', 20),
        integer('version'),
      ],
      indices: [{ columns: ['candidateId', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('candidate_objection');
  }
}
