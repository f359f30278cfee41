import { within } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Establishment } from '../establishment/establishment.entity';
import type { EstablishmentTransfer } from '../establishment/establishment-transfer.entity';
import { FILLED } from '../establishment/posts';
import type { StaffMember } from '../staff-member/staff-member.entity';
import type { CountedStaffing } from './staffing.type';

/** Where rows come from that a viewer sees. */
interface Visible<E extends ObjectLiteral> {
  visibleTo(viewer: Viewer): SelectQueryBuilder<E>;
}

/** What each count sums, given what is "in" the division by a column of the row. */
type Sums = Readonly<Record<string, (isIn: (column: string) => string) => string>>;

const counted = (condition: string, what = '1') => `CASE WHEN ${condition} THEN ${what} ELSE 0 END`;

const STAFF: Sums = {
  serving: (isIn) => counted(isIn('divisionCode')),
  placedIn: (isIn) => counted(`${isIn('divisionCode')} AND NOT ${isIn('homeDivisionCode')}`),
  placedOut: (isIn) => counted(`${isIn('homeDivisionCode')} AND NOT ${isIn('divisionCode')}`),
};

const POSTS: Sums = {
  approved: (isIn) => counted(isIn('divisionCode'), 'row.approved'),
  actual: (isIn) => counted(isIn('divisionCode'), FILLED),
};

/** From above: of a county, whose code has six digits, or back there. */
const TRANSFERS: Sums = {
  receivedPosts: (isIn) =>
    `CASE WHEN LENGTH(row.divisionCode) = 6 AND ${isIn('toDivisionCode')} AND NOT ${isIn('divisionCode')} THEN row.posts
      WHEN LENGTH(row.toDivisionCode) = 6 AND ${isIn('divisionCode')} AND NOT ${isIn('toDivisionCode')} THEN 0 - row.posts ELSE 0 END`,
};

/** Counts posts and people of divisions, each kind in one statement for all of them. */
export class StaffingRepository {
  constructor(
    private readonly staffMembers: Visible<StaffMember>,
    private readonly establishments: Visible<Establishment>,
    private readonly transfers: Visible<EstablishmentTransfer>,
  ) {}

  async count(viewer: Viewer, codes: readonly string[]): Promise<CountedStaffing[]> {
    const parts = await Promise.all([
      sumsOf(this.staffMembers.visibleTo(viewer).andWhere('row.leftOn IS NULL'), codes, STAFF),
      sumsOf(this.establishments.visibleTo(viewer), codes, POSTS),
      sumsOf(this.transfers.visibleTo(viewer), codes, TRANSFERS),
    ]);
    return codes.map((code, index) => ({ code, ...Object.assign({}, ...parts.map((part) => part[index])) }));
  }
}

/** Every sum for every division, as columns of one row. */
async function sumsOf<E extends ObjectLiteral>(
  query: SelectQueryBuilder<E>,
  codes: readonly string[],
  sums: Sums,
): Promise<Record<string, number>[]> {
  query.select([]);
  for (const [index, code] of codes.entries()) {
    const isIn = (column: string) => within(`row.${column}`, code, `d${index}`).sql;
    query.setParameters(within('', code, `d${index}`).parameters);
    for (const [name, sum] of Object.entries(sums)) query.addSelect(`SUM(${sum(isIn)})`, `${name}${index}`);
  }
  const row = (await query.getRawOne<Record<string, unknown>>()) ?? {};
  // MySQL gives sums as text; of no rows at all they are null.
  return codes.map((_, index) => Object.fromEntries(Object.keys(sums).map((name) => [name, Number(row[`${name}${index}`] ?? 0)])));
}
