import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RenameCivilServantGrade1795256106100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE placement_appraisal RENAME COLUMN civilServiceGrade TO civilServantGrade');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE placement_appraisal RENAME COLUMN civilServantGrade TO civilServiceGrade');
  }
}
