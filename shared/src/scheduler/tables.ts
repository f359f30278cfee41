import type { MigrationInterface, QueryRunner } from 'typeorm';
import { code, createTable, instant, integer, optional, primary } from '../columns';
import { ScheduledJob } from './scheduled-job.entity';

export class CreateScheduledJob1795255122000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'scheduled_job',
      columns: [
        code('name', 60, primary),
        code('holder', 36, optional),
        instant('leaseUntil', optional),
        instant('dueAt'),
        integer('failures'),
        instant('lastStartedAt', optional),
        instant('lastDoneAt', optional),
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('scheduled_job');
  }
}

/** What a subgraph keeps that has jobs. */
export const SCHEDULER_TABLES = { entities: [ScheduledJob], migrations: [CreateScheduledJob1795255122000] } as const;
