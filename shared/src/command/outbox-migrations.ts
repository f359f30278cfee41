import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, addIndex, code, createTable, flag, integer, optional, primary } from '../columns';
import { PREFIX_LENGTHS } from './outbox-reach.entity';

/** What feeds need of the outbox, since they are read: where a subject came from, cursors, and who is to hear of what. */
export class AddLeftDivision1795255115000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'outbox_event', code('leftDivisionCode', 12, optional));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('outbox_event', 'leftDivisionCode');
  }
}

/** A cursor is an event's id. */
export class IndexOutboxEventId1795255116000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addIndex(runner, 'outbox_event', { columns: ['id'], unique: true });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('outbox_event', 'outbox_event_by_id');
  }
}

export class CreateOutboxReach1795255117000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, { name: 'outbox_reach', columns: [code('prefix', 12, primary), integer('sequence', primary)] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('outbox_reach');
  }
}

/** For events from before. Run once more after it broke off, it begins anew. */
export class FillOutboxReach1795255118000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM outbox_reach');
    for (const length of PREFIX_LENGTHS)
      await runner.query(
        `INSERT INTO outbox_reach (prefix, sequence) SELECT SUBSTR(divisionCode, 1, ${length}), sequence FROM outbox_event WHERE LENGTH(divisionCode) >= ${length}`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM outbox_reach');
  }
}

/** A subject may concern divisions besides its own: whether it is gone for one is told by its reach, no longer by two columns. */
export class AddOutboxReachGone1795255119000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'outbox_reach', flag('isGone', { default: 0 }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('outbox_reach', 'isGone');
  }
}

/** For events from before: gone is what did not come to lie there. */
export class FillOutboxReachGone1795255119001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE outbox_reach SET isGone = 1 WHERE NOT EXISTS (
        SELECT 1 FROM outbox_event event
        WHERE event.sequence = outbox_reach.sequence AND SUBSTR(event.divisionCode, 1, LENGTH(outbox_reach.prefix)) = outbox_reach.prefix)`,
    );
  }

  async down(): Promise<void> {}
}
