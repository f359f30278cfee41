import type { Clock } from '@township-graph/shared/clock';
import type { Viewer } from '@township-graph/shared/viewer';
import type { ApplicationFilter } from './application.inputs';
import { ApplicationOrder } from './application.inputs';
import type { ApplicationRepository } from './application.repository';
import { type ApplicationDimension, DIMENSIONS } from './application-statistics';

/** A group as the database counts it. */
export interface CountedApplications {
  readonly codes: readonly (string | null)[];
  readonly labels: readonly (string | null)[];
  readonly applications: number;
  readonly decided: number;
  readonly overdue: number;
  readonly immediateShare: number | null;
  readonly onTimeShare: number | null;
  readonly promisedCompression: number | null;
  readonly rated: number;
  readonly satisfaction: number | null;
  readonly activeRatingRate: number | null;
}

const WORKDAYS = (limit: string) =>
  `CASE WHEN row.${limit}Unit = 'DAY' THEN row.${limit}Value * 5.0 / 7.0 ELSE row.${limit}Value * 1.0 END`;

/** Each measure by its SQL; shares are quotients of sums, so that one statement gives them for any grouping. */
const MEASURES: Readonly<Record<Exclude<keyof CountedApplications, 'codes' | 'labels'>, string>> = {
  applications: 'COUNT(*)',
  decided: 'COUNT(row.decidedAt)',
  overdue: `SUM(CASE WHEN row.dueAt < :now AND row.decidedAt IS NULL AND row.state <> 'SUSPENDED' THEN 1 ELSE 0 END)`,
  immediateShare: `AVG(CASE WHEN row.handlingKind = 'IMMEDIATE' THEN 1.0 ELSE 0.0 END)`,
  onTimeShare: 'AVG(CASE WHEN row.decidedAt IS NULL THEN NULL WHEN row.isOnTime THEN 1.0 ELSE 0.0 END)',
  promisedCompression: `1.0 - SUM(CASE WHEN row.statutoryValue > 0 THEN ${WORKDAYS('promised')} END) / SUM(CASE WHEN row.statutoryValue > 0 THEN ${WORKDAYS('statutory')} END)`,
  rated: 'COUNT(row.ratingGrade)',
  satisfaction: 'AVG(CASE WHEN row.ratingGrade IS NULL THEN NULL WHEN row.ratingGrade <= 3 THEN 1.0 ELSE 0.0 END)',
  activeRatingRate: 'AVG(CASE WHEN row.completedAt IS NULL THEN NULL WHEN row.ratingGrade IS NULL THEN 0.0 ELSE 1.0 END)',
};

/** Counts in SQL what the viewer sees: one statement, whatever is grouped. */
export class ApplicationStatisticsRepository {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly clock: Clock,
  ) {}

  /** The groups by code; one more than `limit` if there are more. */
  async count(
    viewer: Viewer,
    filter: ApplicationFilter,
    dimensions: readonly ApplicationDimension[],
    limit: number,
  ): Promise<CountedApplications[]> {
    const query = this.applications
      .matching(viewer, { filter, orderBy: ApplicationOrder.NEWEST })
      .select([])
      .setParameter('now', this.clock());
    for (const [name, sql] of Object.entries(MEASURES)) query.addSelect(sql, name);
    for (const [index, dimension] of dimensions.entries()) {
      const { code, label } = DIMENSIONS[dimension];
      // In brackets, or TypeORM takes a bare column for a renaming of the one it selects already.
      query.addSelect(`(${code})`, `d${index}`).addGroupBy(`d${index}`).addOrderBy(`d${index}`);
      query.addSelect(label ? `MAX(${label})` : 'NULL', `l${index}`);
    }
    if (dimensions.length > 0) query.limit(limit + 1);
    return (await query.getRawMany<Record<string, unknown>>()).map((row) => groupOf(row, dimensions.length));
  }
}

/** MySQL gives sums and averages as text; of no rows at all they are null. */
function groupOf(row: Record<string, unknown>, width: number): CountedApplications {
  const places = Array.from({ length: width }, (_, index) => index);
  const text = (value: unknown) => (value === null || value === undefined ? null : String(value));
  const share = (name: string) => (row[name] === null || row[name] === undefined ? null : Number(row[name]));
  return {
    codes: places.map((index) => text(row[`d${index}`])),
    labels: places.map((index) => text(row[`l${index}`])),
    applications: Number(row.applications ?? 0),
    decided: Number(row.decided ?? 0),
    overdue: Number(row.overdue ?? 0),
    immediateShare: share('immediateShare'),
    onTimeShare: share('onTimeShare'),
    promisedCompression: share('promisedCompression'),
    rated: Number(row.rated ?? 0),
    satisfaction: share('satisfaction'),
    activeRatingRate: share('activeRatingRate'),
  };
}
