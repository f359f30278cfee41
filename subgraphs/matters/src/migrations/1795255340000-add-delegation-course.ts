import { addColumns, code, day, dropColumns, id, integer, optional, text } from '@township-graph/shared/columns';
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

export class AddDelegationCourse1795255340000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, 'delegation', COLUMNS);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, 'delegation', COLUMNS);
  }
}
