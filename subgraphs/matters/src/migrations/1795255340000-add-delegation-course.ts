import { addColumn, code, day, id, integer, optional, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = [
  integer('version', { default: 1 }),
  text('legalBasis', 200, optional),
  id('admissionRequestId', optional),
  day('agreementValidTo', optional),
  day('publishedOn', optional),
  text('publicationNumber', 100, optional),
  text('reclaimLegalBasis', 200, optional),
  text('reclaimNumber', 100, optional),
  code('openApplications', 20, optional),
  integer('handedBack', optional),
  day('evaluatedOn', optional),
  code('evaluationOutcome', 20, optional),
];

/** One column after the other, each unless it is there: where DDL does not roll back, one that broke off goes on where it was. */
export class AddDelegationCourse1795255340000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const column of COLUMNS) if (!(await runner.hasColumn('delegation', column.name))) await addColumn(runner, 'delegation', column);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of COLUMNS) if (await runner.hasColumn('delegation', name)) await runner.dropColumn('delegation', name);
  }
}
