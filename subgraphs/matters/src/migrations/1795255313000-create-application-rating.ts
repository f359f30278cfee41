import { code, createTable, id, instant, integer, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateApplicationRating1795255313000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'application_rating',
      columns: [
        id('id', primary),
        id('applicationId'),
        code('divisionCode', 12),
        integer('grade'),
        text('comment', 500, optional),
        instant('ratedAt'),
        integer('followUpGrade', optional),
        text('followUpComment', 500, optional),
        instant('followUpAt', optional),
        code('state', 12),
        integer('version'),
      ],
      indices: [{ columns: ['applicationId'], unique: true }, { columns: ['divisionCode', 'state', 'ratedAt'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('application_rating');
  }
}
