import type { Viewer } from '@township-graph/shared/viewer';
import type { SelectQueryBuilder } from 'typeorm';
import type { AppraisalResult } from '../result/result.entity';
import type { ResultFilter } from '../result/result.inputs';
import { type AppraisalDimension, DIMENSIONS } from './appraisal-statistics';

/** Where the results come from that a viewer sees; what is counted only narrows it. */
interface VisibleResults {
  matching(viewer: Viewer, filter: ResultFilter): SelectQueryBuilder<AppraisalResult>;
}

const countOf = (when: string) => `SUM(CASE WHEN ${when} THEN 1 ELSE 0 END)`;

const MEASURES = {
  results: 'COUNT(*)',
  persons: countOf(`row.subjectKind = 'STAFF_MEMBER'`),
  scored: 'COUNT(row.scoreHundredths)',
  excellent: countOf('row.level = 1'),
  failed: countOf('row.level = 4'),
  average: 'AVG(row.scoreHundredths)',
  highest: 'MAX(row.scoreHundredths)',
  lowest: 'MIN(row.scoreHundredths)',
} as const;

/** A group as the database counts it; scores are hundredths. */
export interface CountedResults {
  readonly codes: readonly (string | null)[];
  readonly measures: Readonly<Record<keyof typeof MEASURES, number | null>>;
}

/** Counts in SQL what the viewer sees: one statement, whatever is grouped. */
export class AppraisalStatisticsRepository {
  constructor(private readonly results: VisibleResults) {}

  /** The groups by code; one more than `limit` if there are more. */
  async count(viewer: Viewer, filter: ResultFilter, dimensions: readonly AppraisalDimension[], limit: number): Promise<CountedResults[]> {
    const query = this.results.matching(viewer, filter).select([]);
    for (const [name, sql] of Object.entries(MEASURES)) query.addSelect(sql, name);
    for (const [index, dimension] of dimensions.entries()) {
      // In brackets, or TypeORM takes a bare column for a renaming of the one it selects already.
      query.addSelect(`(${DIMENSIONS[dimension].code})`, `d${index}`).addGroupBy(`d${index}`).addOrderBy(`d${index}`);
    }
    if (dimensions.length > 0) query.limit(limit + 1);
    const rows = await query.getRawMany<Record<string, unknown>>();
    const isThere = (value: unknown) => value !== null && value !== undefined;
    return rows.map((row) => ({
      codes: dimensions.map((_, index) => (isThere(row[`d${index}`]) ? String(row[`d${index}`]) : null)),
      measures: Object.fromEntries(
        Object.keys(MEASURES).map((name) => [name, isThere(row[name]) ? Number(row[name]) : null]),
      ) as CountedResults['measures'],
    }));
  }
}
