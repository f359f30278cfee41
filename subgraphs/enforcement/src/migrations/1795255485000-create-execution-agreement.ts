import { code, createTable, day, id, integer, json, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateExecutionAgreement1795255485000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'execution_agreement',
      columns: [
        id('id', primary),
        id('caseId'),
        id('collectionId'),
        code('divisionCode', 12),
        text('terms', 1000),
        text('remedialMeasures', 500, optional),
        day('signedOn'),
        json('stages'),
        integer('waivedFen'),
        day('brokenOn', optional),
      ],
      indices: [{ columns: ['caseId', 'id'] }, { columns: ['collectionId'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('execution_agreement');
  }
}
