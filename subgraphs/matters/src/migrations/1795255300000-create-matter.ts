import { code, createTable, day, flag, id, integer, optional, primary, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMatter1795255300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'matter',
      columns: [
        id('id', primary),
        integer('revision', primary),
        code('basicCode', 12),
        code('implementationCode', 31),
        code('localCode', 50, optional),
        text('name', 200),
        code('nameKey', 32),
        code('rank', 20),
        id('parentId', optional),
        code('kind', 20),
        code('exerciseLevel', 20),
        code('divisionCode', 12),
        code('state', 20),
        code('implementingCreditCode', 18),
        text('implementingName', 100),
        code('leadCreditCode', 18, optional),
        text('leadName', 100, optional),
        code('powerSource', 30),
        code('handlingKind', 20),
        integer('statutoryValue', optional),
        code('statutoryUnit', 10, optional),
        integer('promisedValue'),
        code('promisedUnit', 10),
        integer('stepCount'),
        integer('onSiteVisits'),
        code('villageRole', 20, optional),
        flag('instantApproval'),
        flag('singleCertificate'),
        flag('selfService'),
        code('guideClass', 20, optional),
        flag('basisVerified'),
        flag('isDemonstration'),
        day('validFrom'),
        day('validTo', optional),
      ],
      indices: [
        { columns: ['implementationCode', 'revision'], unique: true },
        { columns: ['name', 'id'] },
        { columns: ['nameKey'] },
        { columns: ['basicCode'] },
        { columns: ['parentId', 'implementationCode'] },
        { columns: ['divisionCode', 'state'] },
        { columns: ['implementingCreditCode', 'implementationCode'] },
        { columns: ['leadCreditCode', 'implementationCode'] },
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('matter');
  }
}
