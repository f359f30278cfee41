import type { Clock } from '@township-graph/shared/clock';
import { isSqlite } from '@township-graph/shared/database';
import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { mayCountFew, personsBy } from '@township-graph/shared/statistics';
import type { Viewer } from '@township-graph/shared/viewer';
import { CONTENT_UP_TO } from '../return-visit/return-visit.enums';
import { countOf, shareOf } from '../statistics/measure-sql';
import type { ComplaintFilter } from './complaint.inputs';
import type { ComplaintRepository } from './complaint.repository';
import { COMPLAINT_CLOCKS } from './complaint.rules';
import { COMPLAINT_DIMENSIONS, type ComplaintDimension } from './complaint-dimension';

/** Of clocks that were not called off: what was done in time, of what was done or should be by now. */
const keptOf = (clock: string) =>
  shareOf(`${clock}.state <> 'LAPSED' AND (${clock}.metAt IS NOT NULL OR ${clock}.dueAt < :now)`, `${clock}.metAt <= ${clock}.dueAt`);

const MEASURES = {
  complaints: 'COUNT(*)',
  anonymous: countOf('row.complainantName IS NULL'),
  notAccepted: countOf(`row.state = 'NOT_ACCEPTED'`),
  transferred: countOf(`row.state = 'TRANSFERRED'`),
  handled: 'COUNT(row.outcome)',
  casesFiled: countOf(`row.outcome = 'CASE_FILED'`),
  disputesDecided: countOf('row.isDecided'),
  overdue: countOf(`handling.metAt IS NULL AND handling.state <> 'LAPSED' AND handling.dueAt < :now`),
  acceptedOnTimeShare: keptOf('acceptance'),
  handledOnTimeShare: keptOf('handling'),
  answeredOnTimeShare: keptOf('answer'),
  graded: 'COUNT(row.satisfaction)',
  satisfaction: shareOf('row.satisfaction IS NOT NULL', `row.satisfaction <= ${CONTENT_UP_TO}`),
} as const;

type Measure = keyof typeof MEASURES;

/** Clocks that measures ask for; of each kind a complaint has one at most, so that none is counted twice. */
const CLOCKS = [
  { alias: 'acceptance', kind: COMPLAINT_CLOCKS.acceptance, of: ['acceptedOnTimeShare'] },
  { alias: 'handling', kind: COMPLAINT_CLOCKS.handling, of: ['handledOnTimeShare', 'overdue'] },
  { alias: 'answer', kind: COMPLAINT_CLOCKS.answer, of: ['answeredOnTimeShare'] },
] as const;

export interface CountedComplaints {
  readonly codes: readonly (string | null)[];
  /** Of how many; null where the viewer is told of one, too. */
  readonly complainants: number | null;
  readonly measures: Readonly<Record<Measure, number | null>>;
}

interface Wanted {
  readonly dimensions: readonly ComplaintDimension[];
  readonly asked: ReadonlySet<string>;
}

type Row = Readonly<Record<string, unknown>>;

/** Counts in SQL what the viewer sees: one statement, whatever is grouped; what is not asked for is not counted. */
export class ComplaintStatisticsRepository {
  constructor(
    private readonly complaints: ComplaintRepository,
    private readonly clock: Clock,
  ) {}

  /** The groups by code; one more than `limit` if there are more. */
  async count(viewer: Viewer, filter: ComplaintFilter, { dimensions, asked }: Wanted, limit: number): Promise<CountedComplaints[]> {
    const query = this.complaints.matching(viewer, filter).select([]).setParameter('now', this.clock());
    for (const { alias, kind, of } of CLOCKS)
      if (of.some((field) => asked.has(field)))
        query.leftJoin(CaseDeadline, alias, `${alias}.subjectId = row.id AND ${alias}.kind = :${alias}`, { [alias]: kind });
    for (const [name, sql] of Object.entries(MEASURES)) if (name === 'complaints' || asked.has(name)) query.addSelect(sql, name);
    if (!mayCountFew(viewer)) query.addSelect(personsBy('complainantPhone'), 'complainants');
    const sqlite = isSqlite(this.complaints.manager.connection);
    for (const [index, dimension] of dimensions.entries()) {
      // In brackets, or TypeORM takes a bare column for a renaming of the one it selects already.
      query.addSelect(`(${COMPLAINT_DIMENSIONS[dimension].sql(sqlite)})`, `d${index}`);
      query.addGroupBy(`d${index}`).addOrderBy(`d${index}`);
    }
    if (dimensions.length > 0) query.limit(limit + 1);
    return (await query.getRawMany<Row>()).map((row) => groupOf(row, dimensions.length));
  }
}

/** MySQL gives sums and averages as text; of no rows at all they are null. */
function groupOf(row: Row, width: number): CountedComplaints {
  const number = (name: string) => (row[name] === null || row[name] === undefined ? null : Number(row[name]));
  const counts = Object.entries(MEASURES).map(([name, sql]) => [name, sql.startsWith('AVG') ? number(name) : (number(name) ?? 0)]);
  const codes = Array.from({ length: width }, (_, index) => {
    const code = row[`d${index}`];
    return code === null || code === undefined ? null : String(code);
  });
  return { codes, complainants: number('complainants'), measures: Object.fromEntries(counts) };
}
