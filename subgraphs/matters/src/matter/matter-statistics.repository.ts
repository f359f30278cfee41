import { rowsBy } from '@township-graph/shared/reading-database';
import { ROW, within } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { SelectQueryBuilder } from 'typeorm';
import type { Matter } from './matter.entity';
import type { MatterFilter } from './matter.inputs';
import { validOn } from './matter.narrowing';
import type { MatterRepository } from './matter.repository';
import { DIMENSIONS, type DimensionPlan, type MatterDimension } from './matter-statistics';

/** A group as the database counts it: codes and labels in the order of the dimensions. */
export interface CountedGroup {
  readonly codes: readonly (string | null)[];
  readonly labels: readonly (string | null)[];
  readonly matters: number;
  readonly catalogueItems: number;
  readonly immediateShare: number | null;
  readonly averagePromisedDays: number | null;
  readonly averageSteps: number | null;
  readonly maximumSteps: number | null;
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
    const columns = dimensions.map((dimension, index) => ({ ...DIMENSIONS[dimension], name: `d${index}`, labelName: `l${index}` }));
    const isSited = columns.some(({ sited }) => sited);
    // The join keeps to the filter's division by itself; the matters' own look at their sites would be done twice.
    const query = this.matters.catalogue(viewer, isSited ? { ...filter, divisionCode: null } : filter).select(`${ROW}.id`, 'id');
    for (const column of MEASURED) query.addSelect(`${ROW}.${column}`, column);
    for (const { code, label, sited, name, labelName } of columns) {
      // In brackets, or TypeORM takes a bare column for a renaming of the one it selects already.
      if (!sited) query.addSelect(`(${code})`, name).addSelect(`(${label ?? 'NULL'})`, labelName);
    }
    if (isSited) joinPlaces(query, filter, columns);
    const [sql, parameters] = query.getQueryAndParameters();
    const keys = columns.map(({ name }) => name).join(', ');
    const labels = columns.map(({ labelName, sited }) => `, ${sited ? 'NULL' : `MAX(${labelName})`} AS ${labelName}`).join('');
    const grouped = keys
      ? `SELECT ${keys}${labels}, ${MEASURES} FROM (${sql}) counted GROUP BY ${keys} ORDER BY ${keys} LIMIT ${limit + 1}`
      : `SELECT ${MEASURES} FROM (${sql}) counted`;
    const rows = (await rowsBy(query.connection, grouped, parameters)) as Record<string, string | number | null>[];
    return rows.map((row) => groupOf(row, dimensions.length));
  }
}

/**
 * Joins the places of each matter, each once: a matter with forty villages in a township counts there as one. Only places
 * that the filter speaks of: a county's count by township shows none of another county's.
 */
function joinPlaces(
  query: SelectQueryBuilder<Matter>,
  { divisionCode }: MatterFilter,
  columns: readonly (DimensionPlan & { readonly name: string })[],
): void {
  const sited = columns.filter((column) => column.sited);
  const inside = divisionCode ? within('s.divisionCode', divisionCode, 'counted') : { sql: '1 = 1', parameters: {} };
  // On one day a matter stands at a division once, so with the division itself nothing is repeated and nothing need be sorted.
  const distinct = sited.some(({ code }) => code === DIMENSIONS.DIVISION.code) ? '' : 'DISTINCT ';
  const places = sited.map(({ code, name }) => `${code} AS ${name}`).join(', ');
  query.innerJoin(
    `(SELECT ${distinct}s.matterId, ${places} FROM matter_site s WHERE ${inside.sql} AND ${validOn('s')})`,
    'place',
    `place.matterId = ${ROW}.id`,
  );
  query.setParameters(inside.parameters);
  for (const { name } of sited) query.addSelect(`place.${name}`, name);
}

function groupOf(row: Record<string, string | number | null>, width: number): CountedGroup {
  const places = Array.from({ length: width }, (_, index) => index);
  const text = (value: string | number | null | undefined) => (value === null || value === undefined ? null : String(value));
  const number = (value: string | number | null | undefined) => (value === null || value === undefined ? null : Number(value));
  return {
    codes: places.map((index) => text(row[`d${index}`])),
    labels: places.map((index) => text(row[`l${index}`])),
    // MySQL gives sums and averages as text; of no rows at all they are null, and an average stays so.
    matters: Number(row.matters ?? 0),
    catalogueItems: Number(row.catalogueItems ?? 0),
    immediateShare: number(row.immediateShare),
    averagePromisedDays: number(row.averagePromisedDays),
    averageSteps: number(row.averageSteps),
    maximumSteps: number(row.maximumSteps),
    selfService: Number(row.selfService ?? 0),
  };
}
