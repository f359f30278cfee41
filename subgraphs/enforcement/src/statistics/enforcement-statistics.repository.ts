import type { Clock } from '@township-graph/shared/clock';
import { isSqlite } from '@township-graph/shared/database';
import { mayCountFew, personsBy } from '@township-graph/shared/statistics';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { EnforcementCase } from '../case/case.entity';
import { type EnforcementCaseFilter, EnforcementCaseOrder } from '../case/case.inputs';
import { UNDECIDED } from '../case/case.moves';
import { CaseDecision } from '../decision/case-decision.entity';
import { EnforcementPower } from '../power/power.entity';
import type { PenaltyKind } from '../power/power.enums';
import { RemedyKind } from '../remedy/remedy.enums';
import { ReturnVisit } from '../return-visit/return-visit.entity';
import { DIMENSIONS, type EnforcementDimension } from './enforcement-dimension';
import {
  averageDays,
  MEASURES,
  type Measure,
  PENALTY_KINDS,
  penaltyCount,
  REMEDIES,
  REMEDY_COUNTS,
  remedyColumn,
  UNDECIDED_STATES,
} from './enforcement-measures';

export interface CountedRemedies {
  readonly filed: number;
  readonly pending: number;
  readonly upheld: number;
  readonly changed: number;
  readonly revoked: number;
  readonly unlawful: number;
  readonly withdrawn: number;
}

/** A group as the database counts it. */
export interface CountedCases {
  readonly codes: readonly (string | null)[];
  readonly labels: readonly (string | null)[];
  /** Of how many parties; null where the viewer is told of one, too. */
  readonly parties: number | null;
  readonly measures: Readonly<Record<Measure | 'averageDaysToDecide', number | null>>;
  readonly penalties: readonly { readonly kind: PenaltyKind; readonly cases: number }[];
  readonly reviews: CountedRemedies;
  readonly lawsuits: CountedRemedies;
}

type Row = Readonly<Record<string, unknown>>;

/** What rows are grouped by, and the fields that are asked of each group. */
interface Wanted {
  readonly dimensions: readonly EnforcementDimension[];
  readonly asked: ReadonlySet<string>;
}

const AVERAGE_DAYS = 'averageDaysToDecide';

/** What some fields count by: of each, one row a case at most, so that no case is counted twice. */
const JOINS = [
  { entity: EnforcementPower, alias: 'power', on: 'power.id = row.powerId', of: ['frequentCases', 'stationShare'] },
  { entity: CaseDecision, alias: 'decision', on: 'decision.caseId = row.id AND decision.revocation IS NULL', of: ['penalties'] },
  { entity: ReturnVisit, alias: 'visit', on: 'visit.caseId = row.id', of: ['visited', 'satisfaction'] },
  { entity: REMEDIES, alias: 'remedy', on: 'remedy.caseId = row.id', of: ['reviews', 'lawsuits'] },
] as const;

/** Where the cases come from that a viewer sees; what is counted only narrows it. */
interface VisibleCases {
  readonly manager: EntityManager;
  matching(
    viewer: Viewer,
    listing: { readonly filter: EnforcementCaseFilter; readonly orderBy: EnforcementCaseOrder },
  ): SelectQueryBuilder<EnforcementCase>;
}

/** Counts in SQL what the viewer sees: one statement, whatever is grouped. */
export class EnforcementStatisticsRepository {
  constructor(
    private readonly cases: VisibleCases,
    private readonly clock: Clock,
  ) {}

  /** The groups by code; one more than `limit` if there are more. What is not asked for is not counted, and reads as none. */
  async count(viewer: Viewer, filter: EnforcementCaseFilter, { dimensions, asked }: Wanted, limit: number): Promise<CountedCases[]> {
    const query = this.cases.matching(viewer, { filter, orderBy: EnforcementCaseOrder.NEWEST }).select([]);
    query.setParameters({ now: this.clock(), undecidedStates: UNDECIDED_STATES, undecided: UNDECIDED });
    for (const { entity, alias, on, of } of JOINS) if (of.some((field) => asked.has(field))) query.leftJoin(entity, alias, on);
    for (const [name, sql] of this.measures(asked)) query.addSelect(sql, name);
    if (!mayCountFew(viewer)) query.addSelect(personsBy('partyKey'), 'parties');
    for (const [index, dimension] of dimensions.entries()) {
      const { code, label } = DIMENSIONS[dimension];
      // In brackets, or TypeORM takes a bare column for a renaming of the one it selects already.
      query.addSelect(`(${code})`, `d${index}`).addGroupBy(`d${index}`).addOrderBy(`d${index}`);
      query.addSelect(label ? `MAX(${label})` : 'NULL', `l${index}`);
    }
    if (dimensions.length > 0) query.limit(limit + 1);
    return (await query.getRawMany<Row>()).map((row) => groupOf(row, { dimensions, asked }));
  }

  /** Each column by its SQL. Cases are always counted, so that there is a column. */
  private measures(asked: ReadonlySet<string>): (readonly [name: string, sql: string])[] {
    const remediesOf = (kind: RemedyKind) => REMEDY_COUNTS.map((count) => remedyColumn(kind, count));
    return [
      ...Object.entries(MEASURES).filter(([name]) => name === 'cases' || asked.has(name)),
      ...(asked.has(AVERAGE_DAYS) ? [[AVERAGE_DAYS, averageDays(isSqlite(this.cases.manager.connection))] as const] : []),
      ...(asked.has('penalties') ? PENALTY_KINDS.map((kind) => [kind, penaltyCount(kind)] as const) : []),
      ...[
        ...(asked.has('reviews') ? remediesOf(RemedyKind.REVIEW) : []),
        ...(asked.has('lawsuits') ? remediesOf(RemedyKind.LITIGATION) : []),
      ].map((name) => [name, `SUM(remedy.${name})`] as const),
    ];
  }
}

/** MySQL gives sums and averages as text; of no rows at all they are null. */
function groupOf(row: Row, { dimensions, asked }: Wanted): CountedCases {
  const places = dimensions.map((_, index) => index);
  const text = (value: unknown) => (value === null || value === undefined ? null : String(value));
  const number = (name: string) => (row[name] === null || row[name] === undefined ? null : Number(row[name]));
  const counts = Object.entries(MEASURES).map(([name, sql]) => [name, sql.startsWith('AVG') ? number(name) : (number(name) ?? 0)]);
  return {
    codes: places.map((index) => text(row[`d${index}`])),
    labels: places.map((index) => text(row[`l${index}`])),
    parties: number('parties'),
    measures: { ...Object.fromEntries(counts), averageDaysToDecide: number(AVERAGE_DAYS) },
    penalties: asked.has('penalties')
      ? PENALTY_KINDS.map((kind) => ({ kind, cases: number(kind) ?? 0 })).filter(({ cases }) => cases > 0)
      : [],
    reviews: asked.has('reviews') ? remediesOf(row, RemedyKind.REVIEW) : NO_REMEDIES,
    lawsuits: asked.has('lawsuits') ? remediesOf(row, RemedyKind.LITIGATION) : NO_REMEDIES,
  };
}

const NO_REMEDIES: CountedRemedies = { filed: 0, pending: 0, upheld: 0, changed: 0, revoked: 0, unlawful: 0, withdrawn: 0 };

function remediesOf(row: Row, kind: RemedyKind): CountedRemedies {
  const [upheld, changed, revoked, unlawful, withdrawn, pending] = REMEDY_COUNTS.map((count) =>
    Number(row[remedyColumn(kind, count)] ?? 0),
  );
  const counted = { upheld, changed, revoked, unlawful, withdrawn, pending } as Omit<CountedRemedies, 'filed'>;
  return { ...counted, filed: Object.values(counted).reduce((sum, each) => sum + each, 0) };
}
