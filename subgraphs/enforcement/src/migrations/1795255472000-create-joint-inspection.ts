import { code, createTable, id, instant, integer, json, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateJointInspection1795255472000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'joint_inspection',
      columns: [
        id('id', primary),
        code('divisionCode', 12),
        id('planId', optional),
        code('ground', 20),
        text('groundReason', 200, optional),
        code('partyKind', 20),
        text('partyName', 100),
        code('partyCreditCode', 18, optional),
        text('partyAddress', 200, optional),
        code('partyKey', 64),
        json('officerIds'),
        text('scanCode', 100),
        instant('startedAt'),
        integer('authorityCount'),
        integer('openProblems'),
        code('state', 20),
        integer('version'),
      ],
      indices: [{ columns: ['divisionCode', 'startedAt', 'id'] }, { columns: ['partyKey', 'state'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('joint_inspection');
  }
}
