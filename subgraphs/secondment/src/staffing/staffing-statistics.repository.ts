import type { Viewer } from '@township-graph/shared/viewer';
import type { SelectQueryBuilder } from 'typeorm';
import type { StaffMember } from '../staff-member/staff-member.entity';
import type { StaffMemberFilter } from '../staff-member/staff-member.inputs';
import { DIMENSIONS, type StaffingDimension } from './staffing-dimension';

const summed = (condition: string) => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;

const MEASURES = {
  people: 'COUNT(*)',
  servingElsewhere: summed('row.homeDivisionCode <> row.divisionCode'),
  leading: summed('row.isLeading = 1'),
  outside: summed("row.establishmentKind = 'OUTSIDE'"),
} as const;

/** A group as the database counts it. */
export interface CountedStaff {
  readonly codes: readonly (string | null)[];
  readonly labels: readonly (string | null)[];
  readonly measures: Readonly<Record<keyof typeof MEASURES, number>>;
}

type Row = Readonly<Record<string, unknown>>;

/** Where the staff come from that a viewer sees; what is counted only narrows it. */
interface VisibleStaff {
  matching(viewer: Viewer, filter: StaffMemberFilter): SelectQueryBuilder<StaffMember>;
}

/** Counts in SQL what the viewer sees: one statement, whatever is grouped. */
export class StaffingStatisticsRepository {
  constructor(private readonly staffMembers: VisibleStaff) {}

  /** The groups by code; one more than `limit` if there are more. */
  async count(viewer: Viewer, filter: StaffMemberFilter, dimensions: readonly StaffingDimension[], limit: number): Promise<CountedStaff[]> {
    const query = this.staffMembers.matching(viewer, filter).select([]);
    for (const [name, sql] of Object.entries(MEASURES)) query.addSelect(sql, name);
    for (const [index, dimension] of dimensions.entries()) {
      const { code, label } = DIMENSIONS[dimension];
      // In brackets, or TypeORM takes a bare column for a renaming of the one it selects already.
      query.addSelect(`(${code})`, `d${index}`).addGroupBy(`d${index}`).addOrderBy(`d${index}`);
      query.addSelect(label ? `MAX(${label})` : 'NULL', `l${index}`);
    }
    if (dimensions.length > 0) query.limit(limit + 1);
    return (await query.getRawMany<Row>()).map((row) => groupOf(row, dimensions.length));
  }
}

/** MySQL gives sums as text; of no rows at all they are null. */
function groupOf(row: Row, width: number): CountedStaff {
  const places = Array.from({ length: width }, (_, index) => index);
  const text = (value: unknown) => (value === null || value === undefined ? null : String(value));
  return {
    codes: places.map((index) => text(row[`d${index}`])),
    labels: places.map((index) => text(row[`l${index}`])),
    measures: Object.fromEntries(Object.keys(MEASURES).map((name) => [name, Number(row[name] ?? 0)])) as CountedStaff['measures'],
  };
}
