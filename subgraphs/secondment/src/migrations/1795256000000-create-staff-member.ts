import { code, createTable, day, flag, id, integer, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateStaffMember1795256000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'staff_member',
      columns: [
        id('id', primary),
        text('name', 50),
        code('establishmentKind', 30),
        code('fundingKind', 10, optional),
        code('homeCreditCode', 18),
        text('homeName', 100),
        code('homeDivisionCode', 12),
        code('divisionCode', 12),
        text('postTitle', 100),
        code('postRank', 20),
        flag('isLeading'),
        day('joinedOn'),
        day('leftOn', optional),
        integer('version'),
      ],
      indices: [
        { columns: ['divisionCode', 'id'] },
        { columns: ['homeDivisionCode', 'id'] },
        { columns: ['homeCreditCode', 'establishmentKind', 'fundingKind'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('staff_member');
  }
}
