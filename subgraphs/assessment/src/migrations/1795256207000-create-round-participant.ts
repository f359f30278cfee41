import { code, createTable, id, integer, primary } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRoundParticipant1795256207000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'round_participant',
      columns: [id('roundId', primary), code('divisionCode', 12, primary), integer('parts')],
      indices: [{ columns: ['divisionCode', 'roundId'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('round_participant');
  }
}
