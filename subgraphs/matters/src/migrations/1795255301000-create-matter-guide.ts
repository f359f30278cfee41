import { createTable, id, integer, json, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMatterGuide1795255301000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'matter_guide',
      columns: [
        id('matterId', primary),
        integer('revision', primary),
        json('legalBases'),
        json('steps'),
        json('materials'),
        json('fee'),
        json('channels'),
        json('serviceObjects'),
        text('onSiteReason', 200, optional),
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('matter_guide');
  }
}
