import { code, createTable, day, flag, id, instant, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateStaffPostChange1795256004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'staff_post_change',
      columns: [
        id('id', primary),
        id('staffMemberId'),
        text('fromTitle', 100),
        code('fromRank', 20),
        flag('wasLeading'),
        text('toTitle', 100),
        code('toRank', 20),
        flag('isLeading'),
        day('effectiveOn'),
        text('document', 100),
        id('proposalId', optional),
        instant('recordedAt'),
      ],
      indices: [{ columns: ['staffMemberId', 'effectiveOn', 'id'] }, { columns: ['proposalId'], unique: true }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('staff_post_change');
  }
}
