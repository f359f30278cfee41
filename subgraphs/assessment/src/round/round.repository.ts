import type { Clock } from '@township-graph/shared/clock';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { AppraisalRound } from './round.entity';
import type { RoundFilter } from './round.inputs';
import { RoundAdjustment } from './round-adjustment.entity';
import { RoundCalculation } from './round-calculation.entity';
import { RoundEvidence } from './round-evidence.entity';
import { RoundRater } from './round-rater.entity';
import { RoundSubject } from './round-subject.entity';

const READ = { division: 'divisionCode', readScope: 'assessment:read' } as const;

/** Who has a part in a round. Of persons nobody is shown to the others. */
const PARTICIPANTS = `SELECT 1 FROM round_participant p WHERE p.roundId = ${ROW}`;

const NEWEST: KeysetOrder = {
  name: 'newest',
  columns: [
    { name: 'openedAt', descending: true },
    { name: 'id', descending: true },
  ],
};

/** Every query on rounds: for who holds them, and for all that have a part in them. */
export class RoundRepository extends ScopedRepository<AppraisalRound> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, AppraisalRound, { ...READ, concerns: { column: 'p.divisionCode', among: `${PARTICIPANTS}.id` } }, clock);
  }

  findPage(viewer: Viewer, filter: RoundFilter, page: PageArguments): PromiseOrValue<Page<AppraisalRound>> {
    return pageOf(this.matching(viewer, filter), this.reader, NEWEST, page);
  }

  count(viewer: Viewer, filter: RoundFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  private matching(viewer: Viewer, { divisionCode, kind, state, year }: RoundFilter): SelectQueryBuilder<AppraisalRound> {
    const query = this.inOrBelow(this.visibleTo(viewer), divisionCode);
    if (kind) query.andWhere(`${ROW}.kind IN (:...kinds)`, { kinds: kind });
    if (state) query.andWhere(`${ROW}.state IN (:...states)`, { states: state });
    if (year) query.andWhere(`${ROW}.year = :year`, { year });
    return query;
  }
}

/** Who is appraised: divisions and organisations for all that have a part in the round, persons for their own division. */
export class RoundSubjectRepository extends ScopedRepository<RoundSubject> {
  constructor(manager: EntityManager, clock: Clock) {
    const among = `${PARTICIPANTS}.roundId AND ${ROW}.subjectKind <> 'STAFF_MEMBER'`;
    super(manager, RoundSubject, { ...READ, concerns: { column: 'p.divisionCode', among } }, clock);
  }
}

/** Who rates: for themselves and for who holds the round. */
export class RoundRaterRepository extends ScopedRepository<RoundRater> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, RoundRater, { ...READ, concerns: { column: `${ROW}.roundDivisionCode` } }, clock);
  }
}

/** What was added or taken off: for who holds the round. */
export class RoundAdjustmentRepository extends ScopedRepository<RoundAdjustment> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, RoundAdjustment, READ, clock);
  }
}

/** What the graph answered: for who holds the round. */
export class RoundEvidenceRepository extends ScopedRepository<RoundEvidence> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, RoundEvidence, READ, clock);
  }
}

/** What was computed, from what: for who holds the round. */
export class RoundCalculationRepository extends ScopedRepository<RoundCalculation> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, RoundCalculation, READ, clock);
  }
}

export function roundRepositories(manager: EntityManager, clock: Clock) {
  return {
    rounds: new RoundRepository(manager, clock),
    roundSubjects: new RoundSubjectRepository(manager, clock),
    roundRaters: new RoundRaterRepository(manager, clock),
    roundAdjustments: new RoundAdjustmentRepository(manager, clock),
    roundEvidence: new RoundEvidenceRepository(manager, clock),
    roundCalculations: new RoundCalculationRepository(manager, clock),
  };
}
