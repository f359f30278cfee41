import { addIndex } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who receives a case reads it: each scope asks for both divisions. */
export class CaseByReceivingDivision1795255482000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addIndex(runner, 'enforcement_case', { columns: ['receivingDivisionCode', 'openedOn', 'id'] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('enforcement_case', 'enforcement_case_by_receivingDivisionCode_openedOn_id');
  }
}
