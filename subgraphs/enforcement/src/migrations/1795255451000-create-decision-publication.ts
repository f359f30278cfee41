import { code, createTable, day, id, integer, json, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDecisionPublication1795255451000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'decision_publication',
      columns: [
        id('id', primary),
        id('caseId'),
        code('divisionCode', 12),
        id('standingKey', optional),
        code('state', 12),
        integer('version'),
        code('partyKind', 16),
        text('partyName', 100),
        code('partyCreditCode', 18, optional),
        text('partyRepresentative', 100, optional),
        code('documentNumber', 80),
        text('cause', 300),
        text('domain', 60),
        text('facts', 2000),
        text('legalBasis', 500),
        json('penaltyKinds'),
        text('penalties', 2000),
        text('licence', 1000, optional),
        integer('fineFen'),
        integer('confiscatedFen'),
        day('decidedOn'),
        day('validUntil', optional),
        code('organCreditCode', 18),
        text('organName', 100),
        code('sourceCreditCode', 18),
        day('publishedOn'),
        day('publicUntil'),
        code('withholdingGround', 20, optional),
        code('withdrawalGround', 12, optional),
        day('withdrawnOn', optional),
        text('reason', 500, optional),
        integer('unsettledBefore'),
      ],
      indices: [
        { columns: ['standingKey'], unique: true },
        { columns: ['caseId', 'id'] },
        { columns: ['state', 'publishedOn', 'id'] },
        { columns: ['state', 'decidedOn', 'id'] },
        { columns: ['divisionCode', 'publishedOn', 'id'] },
        { columns: ['organCreditCode', 'publishedOn', 'id'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('decision_publication');
  }
}
