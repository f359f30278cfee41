import { ROW, within } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { SelectQueryBuilder } from 'typeorm';
import type { Matter } from './matter.entity';
import type { MatterFilter } from './matter.inputs';
import { validOn } from './matter.narrowing';
import type { MatterRepository } from './matter.repository';
import { DIMENSIONS, type MatterDimension } from './matter-statistics';
import { MatterSite } from './matter-site.entity';

/** A group as the database counts it: codes and labels in the order of the dimensions. */
export interface CountedGroup {
  readonly codes: readonly (string | null)[];
  readonly labels: readonly (string | null)[];
  readonly matters: number;
  readonly catalogueItems: number;
  readonly immediateShare: number;
  readonly averagePromisedDays: number;
  readonly averageSteps: number;
  readonly maximumSteps: number;
  readonly selfService: number;
}

const MEASURES = `COUNT(*) AS matters, COUNT(DISTINCT basicCode) AS catalogueItems,
  AVG(CASE WHEN handlingKind = 'IMMEDIATE' THEN 1.0 ELSE 0.0 END) AS immediateShare,
  AVG(CASE WHEN promisedUnit = 'DAY' THEN promisedValue * 5.0 / 7.0 ELSE promisedValue * 1.0 END) AS averagePromisedDays,
  AVG(stepCount * 1.0) AS averageSteps, MAX(stepCount) AS maximumSteps, SUM(CASE WHEN selfService THEN 1 ELSE 0 END) AS selfService`;

const MEASURED = ['basicCode', 'handlingKind', 'promisedUnit', 'promisedValue', 'stepCount', 'selfService'] as const;

/** Counts in SQL what the viewer sees. */
export class MatterStatisticsRepository {
  constructor(private readonly matters: MatterRepository) {}

  /** The groups by code; one more than `limit` if there are more. */
  async count(viewer: Viewer, filter: MatterFilter, dimensions: readonly MatterDimension[], limit: number): Promise<CountedGroup[]> {
    const query = this.matters.catalogue(viewer, filter);
    // A matter with a hundred sites stands in a group once, so distinct rows are counted and not joined ones.
    query.select(`${ROW}.id`, 'id').distinct(true);
    for (const column of MEASURED) query.addSelect(`${ROW}.${column}`, column);
    dimensions.forEach((dimension, index) => {
      const { code, label } = DIMENSIONS[dimension];
      query.addSelect(code, `d${index}`).addSelect(label ?? 'NULL', `l${index}`);
    });
    if (dimensions.some((dimension) => DIMENSIONS[dimension].sited)) joinSites(query, filter);
    const [sql, parameters] = query.getQueryAndParameters();
    const keys = dimensions.map((_, index) => `d${index}`).join(', ');
    const labels = dimensions.map((_, index) => `, MAX(l${index}) AS l${index}`).join('');
    const grouped = keys
      ? `SELECT ${keys}${labels}, ${MEASURES} FROM (${sql}) counted GROUP BY ${keys} ORDER BY ${keys} LIMIT ${limit + 1}`
      : `SELECT ${MEASURES} FROM (${sql}) counted`;
    const rows: Record<string, string | number | null>[] = await query.connection.query(grouped, parameters);
    return rows.map((row) => groupOf(row, dimensions.length));
  }
}

/** Only the sites that the filter speaks of: a county's count by township shows none of another county's. */
function joinSites(query: SelectQueryBuilder<Matter>, { divisionCode }: MatterFilter): void {
  query.innerJoin(MatterSite, 'site', `site.matterId = ${ROW}.id AND ${validOn('site')}`);
  if (!divisionCode) return;
  const { sql, parameters } = within('site.divisionCode', divisionCode, 'counted');
  query.andWhere(sql, parameters);
}

function groupOf(row: Record<string, string | number | null>, width: number): CountedGroup {
  const places = Array.from({ length: width }, (_, index) => index);
  const text = (value: string | number | null | undefined) => (value === null || value === undefined ? null : String(value));
  return {
    codes: places.map((index) => text(row[`d${index}`])),
    labels: places.map((index) => text(row[`l${index}`])),
    // MySQL gives sums and averages as text; of no rows at all they are null.
    matters: Number(row.matters ?? 0),
    catalogueItems: Number(row.catalogueItems ?? 0),
    immediateShare: Number(row.immediateShare ?? 0),
    averagePromisedDays: Number(row.averagePromisedDays ?? 0),
    averageSteps: Number(row.averageSteps ?? 0),
    maximumSteps: Number(row.maximumSteps ?? 0),
    selfService: Number(row.selfService ?? 0),
  };
}
