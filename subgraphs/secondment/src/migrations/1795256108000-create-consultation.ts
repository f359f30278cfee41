import { code, createTable, id, instant, integer, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateConsultation1795256108000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'consultation',
      columns: [
        id('id', primary),
        code('divisionCode', 12),
        id('proposalId'),
        code('kind', 20),
        text('questionText', 500),
        instant('sentAt'),
        instant('answerDueAt', optional),
        instant('answeredAt', optional),
        text('reasonsText', 500, optional),
        code('state', 20),
        integer('version'),
      ],
      indices: [{ columns: ['divisionCode', 'sentAt', 'id'] }, { columns: ['proposalId', 'kind'], unique: true }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('consultation');
  }
}
