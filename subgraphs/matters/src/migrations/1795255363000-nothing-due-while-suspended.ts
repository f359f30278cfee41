import type { MigrationInterface, QueryRunner } from 'typeorm';

const STANDS_STILL = `SELECT d.dueAt FROM case_deadline d
  WHERE d.subjectId = application.id AND d.kind = 'PROMISED' AND d.metAt IS NULL AND d.state = 'SUSPENDED'`;

/** While a special procedure stops the clock nothing is due; until now the day at which it had stopped was kept. */
export class NothingDueWhileSuspended1795255363000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE application SET dueAt = NULL WHERE state = 'SUSPENDED' AND EXISTS (${STANDS_STILL})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE application SET dueAt = (${STANDS_STILL}) WHERE state = 'SUSPENDED' AND dueAt IS NULL`);
  }
}
