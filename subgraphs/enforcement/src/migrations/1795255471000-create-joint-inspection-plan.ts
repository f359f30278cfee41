import { code, createTable, day, id, integer, json, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateJointInspectionPlan1795255471000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'joint_inspection_plan',
      columns: [
        id('id', primary),
        code('divisionCode', 12),
        integer('year'),
        code('organCreditCode', 18),
        text('organName', 100),
        text('title', 200),
        json('itemIds'),
        text('filingNumber', 100, optional),
        day('filedOn', optional),
        day('publishedOn', optional),
        code('state', 20),
        integer('version'),
      ],
      indices: [{ columns: ['divisionCode', 'organCreditCode', 'year'], unique: true }, { columns: ['year', 'id'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('joint_inspection_plan');
  }
}
