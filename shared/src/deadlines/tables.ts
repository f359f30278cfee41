import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, addIndex, code, createTable, day, flag, id, instant, integer, json, optional, primary, text } from '../columns';
import { CaseDeadline } from './case-deadline.entity';

export class CreateCaseDeadline1795255121000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'case_deadline',
      columns: [
        id('id', primary),
        code('subjectType', 60),
        id('subjectId'),
        code('divisionCode', 12),
        code('kind', 60),
        instant('startedAt'),
        integer('limitValue'),
        code('limitUnit', 10),
        code('restDay', 10),
        text('ruleBasis', 200),
        json('suspensions'),
        json('extensions'),
        instant('dueAt'),
        text('basis', 1000),
        flag('isProvisional'),
        code('state', 12),
        code('light', 8),
        instant('metAt', optional),
        instant('nextAt', optional),
      ],
      indices: [{ columns: ['subjectId', 'kind'] }, { columns: ['nextAt', 'id'] }, { columns: ['divisionCode', 'light', 'dueAt'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('case_deadline');
  }
}

export class AddDeadlineCalendar1795255123000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'case_deadline', day('calendarUntil', optional));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('case_deadline', 'calendarUntil');
  }
}

/** Those that hang on holidays nobody knows yet: few, among all that were ever due. */
export class DeadlineByProvisional1795255124000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addIndex(runner, 'case_deadline', { columns: ['isProvisional', 'calendarUntil', 'id'] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('case_deadline', 'case_deadline_by_isProvisional_calendarUntil_id');
  }
}

/** What a subgraph keeps whose cases have deadlines. */
export const DEADLINE_TABLES = {
  entities: [CaseDeadline],
  migrations: [CreateCaseDeadline1795255121000, AddDeadlineCalendar1795255123000, DeadlineByProvisional1795255124000],
} as const;
