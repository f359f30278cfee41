import { code, createTable, flag, id, json, longText, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEnforcementPower1795255400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'enforcement_power',
      columns: [
        id('id', primary),
        code('code', 30),
        text('domain', 30),
        text('cause', 200),
        text('legalBasis', 200),
        flag('basisVerified'),
        longText('sanction'),
        json('penaltyKinds'),
        json('fines'),
        json('hearingThresholds'),
        json('coerciveMeasures'),
        text('originDepartment', 50),
        flag('isOwnStatutory'),
        flag('isFrequent'),
        flag('isProfessional'),
        flag('touchesLifeHealthOrFinance'),
        text('variant', 100, optional),
        flag('isDemonstration'),
      ],
      indices: [{ columns: ['code'], unique: true }, { columns: ['domain', 'code'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('enforcement_power');
  }
}
