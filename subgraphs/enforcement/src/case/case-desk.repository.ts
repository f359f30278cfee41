import type { Clock } from '@township-graph/shared/clock';
import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import type { DeadlineLight } from '@township-graph/shared/deadlines/deadline.enums';
import { ROW, ScopedRepository, within } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { CaseOfficer } from '../filing/case-officer.entity';
import { CaseFunction } from '../filing/filing.enums';
import { EnforcementCase } from './case.entity';
import type { CaseState } from './case.enums';
import { OPEN_STATES, UNDECIDED } from './case.moves';
import { OWES_RESTITUTION, UNDECIDED_RECUSAL } from './case-waiting';

const RULE = { division: 'divisionCode', readScope: 'enforcement:read' } as const;

/** Whose clocks a desk counts. */
const SUBJECTS = ['EnforcementCase', 'CaseMeasure', 'CorrectionOrder'];

const WAITING = {
  hasUndecidedRecusal: `SUM(CASE WHEN ${UNDECIDED_RECUSAL} THEN 1 ELSE 0 END)`,
  owesRestitution: `SUM(CASE WHEN ${OWES_RESTITUTION} THEN 1 ELSE 0 END)`,
} as const;

/** The light as it is now, although the scheduler may not have turned the stored one yet. */
const LIGHT = `(CASE WHEN ${ROW}.state = 'SUSPENDED' THEN 'GREEN' WHEN ${ROW}.dueAt < :now THEN 'RED'
  WHEN ${ROW}.light = 'YELLOW' OR ${ROW}.nextAt <= :now THEN 'YELLOW' ELSE 'GREEN' END)`;

/** Counts what lies on a desk, in that division and below it: one statement a column, whatever the number of cases. */
export class CaseDeskRepository {
  private readonly cases: ScopedRepository<EnforcementCase>;
  private readonly clocks: ScopedRepository<CaseDeadline>;
  private readonly officers: ScopedRepository<CaseOfficer>;

  constructor(
    manager: EntityManager,
    private readonly clock: Clock,
  ) {
    this.cases = new ScopedRepository<EnforcementCase>(manager, EnforcementCase, RULE, clock);
    this.clocks = new ScopedRepository<CaseDeadline>(manager, CaseDeadline, RULE, clock);
    this.officers = new ScopedRepository<CaseOfficer>(manager, CaseOfficer, RULE, clock);
  }

  async byState(viewer: Viewer, divisionCode: string): Promise<{ state: CaseState; cases: number }[]> {
    const rows = await below(this.cases.visibleTo(viewer), divisionCode)
      .andWhere(`${ROW}.state IN (:...open)`, { open: OPEN_STATES })
      .select(`(${ROW}.state)`, 'state')
      .addSelect('COUNT(*)', 'total')
      .groupBy('state')
      .getRawMany<{ state: CaseState; total: string | number }>();
    const counted = new Map(rows.map(({ state, total }) => [state, Number(total)]));
    return OPEN_STATES.filter((state) => counted.has(state)).map((state) => ({ state, cases: counted.get(state)! }));
  }

  async waiting(viewer: Viewer, divisionCode: string): Promise<{ undecidedRecusals: number; restitutionsDue: number }> {
    const row = await below(this.cases.visibleTo(viewer), divisionCode)
      .select(WAITING.hasUndecidedRecusal, 'recusals')
      .addSelect(WAITING.owesRestitution, 'restitutions')
      .setParameters({ undecided: UNDECIDED })
      .getRawOne<{ recusals: string | number | null; restitutions: string | number | null }>();
    return { undecidedRecusals: Number(row?.recusals ?? 0), restitutionsDue: Number(row?.restitutions ?? 0) };
  }

  async byLight(viewer: Viewer, divisionCode: string): Promise<{ kind: string; light: DeadlineLight; clocks: number }[]> {
    const rows = await below(this.clocks.visibleTo(viewer), divisionCode)
      .andWhere(`${ROW}.subjectType IN (:...subjects) AND ${ROW}.metAt IS NULL AND ${ROW}.state <> 'LAPSED'`, { subjects: SUBJECTS })
      .setParameter('now', this.clock())
      .select(`(${ROW}.kind)`, 'kind')
      .addSelect(LIGHT, 'shown')
      .addSelect('COUNT(*)', 'total')
      .groupBy('kind')
      .addGroupBy('shown')
      .orderBy('kind')
      .addOrderBy('shown')
      .getRawMany<{ kind: string; shown: DeadlineLight; total: string | number }>();
    return rows.map(({ kind, shown: light, total }) => ({ kind, light, clocks: Number(total) }));
  }

  async byOfficer(viewer: Viewer, divisionCode: string): Promise<{ officerId: string; cases: number }[]> {
    const rows = await below(this.officers.visibleTo(viewer), divisionCode)
      .innerJoin(EnforcementCase, 'open', `open.id = ${ROW}.caseId AND open.state IN (:...open)`, { open: OPEN_STATES })
      .andWhere(`${ROW}.until IS NULL AND ${ROW}.caseFunction = :investigator`, { investigator: CaseFunction.INVESTIGATOR })
      .select(`(${ROW}.officerId)`, 'officerId')
      .addSelect('COUNT(*)', 'total')
      .groupBy('officerId')
      .orderBy('total', 'DESC')
      .addOrderBy('officerId')
      .limit(MOST_OFFICERS)
      .getRawMany<{ officerId: string; total: string | number }>();
    return rows.map(({ officerId, total }) => ({ officerId, cases: Number(total) }));
  }
}

/** Those with most cases come first; a county's longer tail is for statistics. */
const MOST_OFFICERS = 200;

function below<E extends ObjectLiteral>(query: SelectQueryBuilder<E>, divisionCode: string): SelectQueryBuilder<E> {
  const { sql, parameters } = within(`${ROW}.divisionCode`, divisionCode, 'desk');
  return query.andWhere(sql, parameters);
}
