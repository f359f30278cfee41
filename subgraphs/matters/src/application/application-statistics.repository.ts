import type { Clock } from '@township-graph/shared/clock';
import { prefixRange } from '@township-graph/shared/division-code';
import type { RawRow } from '@township-graph/shared/row';
import { mayCountFew, personsBy } from '@township-graph/shared/statistics';
import type { Viewer } from '@township-graph/shared/viewer';
import type { SelectQueryBuilder } from 'typeorm';
import type { Application } from './application.entity';
import type { ApplicationFilter } from './application.inputs';
import { ApplicationOrder } from './application.inputs';
import type { ApplicationRepository } from './application.repository';
import { type ApplicationDimension, DIMENSIONS } from './application-statistics';

/** A group as the database counts it. */
export interface CountedApplications {
  readonly codes: readonly (string | null)[];
  readonly labels: readonly (string | null)[];
  /** Of how many persons; null where the viewer is told of one, too. */
  readonly persons: number | null;
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
const MEASURES: Readonly<Record<Exclude<keyof CountedApplications, 'codes' | 'labels' | 'persons'>, string>> = {
  applications: 'COUNT(*)',
  decided: 'COUNT(row.decidedAt)',
  overdue: `SUM(CASE WHEN row.dueAt < :now AND row.decidedAt IS NULL THEN 1 ELSE 0 END)`,
  immediateShare: `AVG(CASE WHEN row.handlingKind = 'IMMEDIATE' THEN 1.0 ELSE 0.0 END)`,
  onTimeShare: 'AVG(CASE WHEN row.decidedAt IS NULL THEN NULL WHEN row.isOnTime THEN 1.0 ELSE 0.0 END)',
  promisedCompression: `1.0 - SUM(CASE WHEN row.statutoryValue > 0 THEN ${WORKDAYS('promised')} END) / SUM(CASE WHEN row.statutoryValue > 0 THEN ${WORKDAYS('statutory')} END)`,
  rated: 'COUNT(row.ratingGrade)',
  satisfaction: 'AVG(CASE WHEN row.ratingGrade IS NULL THEN NULL WHEN row.ratingGrade <= 3 THEN 1.0 ELSE 0.0 END)',
  activeRatingRate: 'AVG(CASE WHEN row.completedAt IS NULL THEN NULL WHEN row.ratingGrade IS NULL THEN 0.0 ELSE 1.0 END)',
};

/** The groups of a division, with what lies below it. */
export interface CountedDivision {
  readonly divisionCode: string;
  readonly groups: readonly CountedApplications[];
}

/** What is counted: which applications, by what; one more than `limit` groups if there are more. */
export interface Count {
  readonly filter: ApplicationFilter;
  readonly dimensions: readonly ApplicationDimension[];
  readonly limit: number;
}

/** Counts in SQL what the viewer sees: one statement, whatever is grouped, and of however many divisions. */
export class ApplicationStatisticsRepository {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly clock: Clock,
  ) {}

  /** The groups by code. */
  async count(viewer: Viewer, { filter, dimensions, limit }: Count): Promise<CountedApplications[]> {
    const query = this.counting(viewer, filter, dimensions);
    if (dimensions.length > 0) query.limit(limit + 1);
    return (await query.getRawMany<RawRow>()).map((row) => groupOf(row, dimensions.length));
  }

  /**
   * The same of each of these divisions, with what lies below it. Where divisions lie in one another, what lies in both counts in
   * both. More rows than the limit of all together are of no use: one of them has more than its own.
   */
  async countEach(viewer: Viewer, { filter, dimensions, limit }: Count, codes: readonly string[]): Promise<CountedDivision[]> {
    const places = codes.map((code, index) => {
      const { from, to } = prefixRange(code);
      return {
        sql: `SELECT :code${index} AS code, :from${index} AS first, :to${index} AS past`,
        parameters: { [`code${index}`]: code, [`from${index}`]: from, [`to${index}`]: to },
      };
    });
    const query = this.counting(viewer, filter, dimensions)
      .innerJoin(
        `(${places.map(({ sql }) => sql).join(' UNION ALL ')})`,
        'place',
        'row.divisionCode >= place.first AND row.divisionCode < place.past',
      )
      .setParameters(Object.assign({}, ...places.map(({ parameters }) => parameters)))
      .addSelect('(place.code)', 'of_division')
      .addGroupBy('of_division')
      .limit((limit + 1) * codes.length);
    const found = new Map<string, CountedApplications[]>(codes.map((code) => [code, []]));
    for (const row of await query.getRawMany<RawRow>()) found.get(String(row.of_division))!.push(groupOf(row, dimensions.length));
    // Of nothing there is no row to group; a total is told all the same.
    const isTotal = dimensions.length === 0;
    return [...found].map(([divisionCode, groups]) => ({
      divisionCode,
      groups: isTotal && groups.length === 0 ? [groupOf({}, 0)] : groups,
    }));
  }

  private counting(
    viewer: Viewer,
    filter: ApplicationFilter,
    dimensions: readonly ApplicationDimension[],
  ): SelectQueryBuilder<Application> {
    const query = this.applications
      .matching(viewer, { filter, orderBy: ApplicationOrder.NEWEST })
      .select([])
      .setParameter('now', this.clock());
    for (const [name, sql] of Object.entries(MEASURES)) query.addSelect(sql, name);
    if (!mayCountFew(viewer)) query.addSelect(personsBy('applicantIdNumber'), 'persons');
    for (const [index, dimension] of dimensions.entries()) {
      const { code, label } = DIMENSIONS[dimension];
      // In brackets, or TypeORM takes a bare column for a renaming of the one it selects already.
      query.addSelect(`(${code})`, `d${index}`).addGroupBy(`d${index}`).addOrderBy(`d${index}`);
      query.addSelect(label ? `MAX(${label})` : 'NULL', `l${index}`);
    }
    return query;
  }
}

/** MySQL gives sums and averages as text; of no rows at all they are null. */
function groupOf(row: RawRow, width: number): CountedApplications {
  const places = Array.from({ length: width }, (_, index) => index);
  const text = (value: unknown) => (value === null || value === undefined ? null : String(value));
  const number = (name: string) => (row[name] === null || row[name] === undefined ? null : Number(row[name]));
  return {
    codes: places.map((index) => text(row[`d${index}`])),
    labels: places.map((index) => text(row[`l${index}`])),
    persons: number('persons'),
    applications: Number(row.applications ?? 0),
    decided: Number(row.decided ?? 0),
    overdue: Number(row.overdue ?? 0),
    immediateShare: number('immediateShare'),
    onTimeShare: number('onTimeShare'),
    promisedCompression: number('promisedCompression'),
    rated: Number(row.rated ?? 0),
    satisfaction: number('satisfaction'),
    activeRatingRate: number('activeRatingRate'),
  };
}
