import { addColumns, code, day, dropColumns, flag, instant, optional, text } from '@township-graph/shared/columns';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = [
  text('finding', 500, optional),
  flag('isFromMonitoring', { default: false }),
  flag('isMonitoringCompliant', optional),
  text('legalOpinion', 500, optional),
  text('technicalOpinion', 500, optional),
  day('partyToldOn', optional),
  code('exclusion', 16, optional),
  text('exclusionReason', 500, optional),
  instant('excludedAt', optional),
];

export class AddEvidenceStanding1795255492000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, 'case_evidence', COLUMNS);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, 'case_evidence', COLUMNS);
  }
}
