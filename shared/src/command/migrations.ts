import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CHAIN_START } from '../audit/audit-chain';
import { code, createTable, id, instant, integer, json, longText, optional, primary, text } from '../columns';

export class CreateAuditRecord1795255110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'audit_record',
      columns: [
        integer('sequence', primary),
        instant('at'),
        code('kind', 40),
        code('action', 100),
        code('subject', 255),
        code('organization', 18, optional),
        json('divisions'),
        code('divisionCode', 12),
        json('targets'),
        code('outcome', 20),
        code('reason', 100, optional),
        text('purpose', 255, optional),
        code('requestId', 128),
        code('inputHash', 64, optional),
        code('algorithm', 20),
        code('previousHash', 64),
        code('hash', 64),
      ],
      indices: [{ columns: ['divisionCode', 'at', 'sequence'] }, { columns: ['subject', 'sequence'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('audit_record');
  }
}

export class CreateOutboxEvent1795255111000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'outbox_event',
      columns: [
        integer('sequence', primary),
        id('id'),
        instant('at'),
        code('type', 60),
        code('subjectType', 60),
        code('subjectId', 100),
        code('divisionCode', 12),
        json('payload'),
        code('requestId', 128),
      ],
      indices: [{ columns: ['subjectType', 'subjectId'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('outbox_event');
  }
}

export class CreateIdempotencyRecord1795255112000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'idempotency_record',
      columns: [
        code('subject', 255, primary),
        code('idempotencyKey', 100, primary),
        code('inputHash', 64),
        json('divisionCodes'),
        longText('result', optional),
        instant('at'),
      ],
      indices: [{ columns: ['at'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('idempotency_record');
  }
}

export class CreateJournalHead1795255113000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'journal_head',
      columns: [integer('id', primary), integer('auditSequence'), code('auditHash', 64), integer('eventSequence')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('journal_head');
  }
}

/** A migration of its own: on MySQL the row would not roll back with the table. */
export class BeginJournal1795255114000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('INSERT INTO journal_head (id, auditSequence, auditHash, eventSequence) VALUES (1, 0, ?, 0)', [CHAIN_START]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM journal_head');
  }
}
