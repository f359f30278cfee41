import { code, createTable, day, flag, id, instant, integer, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMovementProposal1795256107000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'movement_proposal',
      columns: [
        id('id', primary),
        code('divisionCode', 12),
        id('staffMemberId'),
        id('placementId', optional),
        code('kind', 20),
        code('proposedBy', 20),
        code('departmentCreditCode', 18),
        text('departmentName', 100),
        flag('isSectionChief'),
        text('reasonText', 500),
        instant('proposedAt'),
        instant('answerDueAt', optional),
        instant('answeredAt', optional),
        flag('isObjected'),
        instant('notifiedAt', optional),
        text('decision', 500, optional),
        day('effectiveOn', optional),
        code('state', 20),
        integer('version'),
      ],
      indices: [{ columns: ['divisionCode', 'proposedAt', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('movement_proposal');
  }
}
