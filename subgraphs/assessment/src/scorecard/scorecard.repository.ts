import type { Clock } from '@township-graph/shared/clock';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { Scorecard } from './scorecard.entity';
import type { ScorecardFilter } from './scorecard.inputs';
import { ScorecardRevision } from './scorecard-revision.entity';

const NEWEST: KeysetOrder = {
  name: 'newest',
  columns: [
    { name: 'submittedAt', descending: true },
    { name: 'id', descending: true },
  ],
};

/** Every query on cards: for the rater's division and for who holds the round; not for who is appraised. */
export class ScorecardRepository extends ScopedRepository<Scorecard> {
  constructor(manager: EntityManager, clock: Clock) {
    const rule = { division: 'divisionCode', readScope: 'assessment:read', concerns: { column: `${ROW}.roundDivisionCode` } } as const;
    super(manager, Scorecard, rule, clock);
  }

  findPage(viewer: Viewer, filter: ScorecardFilter, page: PageArguments): PromiseOrValue<Page<Scorecard>> {
    return pageOf(this.matching(viewer, filter), this.reader, NEWEST, page);
  }

  count(viewer: Viewer, filter: ScorecardFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  /** What cards that the viewer sees were before, oldest first. */
  findRevisions(scorecardIds: readonly string[]): Promise<ScorecardRevision[]> {
    return this.manager.find(ScorecardRevision, {
      where: { scorecardId: In([...scorecardIds]) },
      order: { scorecardId: 'ASC', version: 'ASC' },
    });
  }

  private matching(viewer: Viewer, { roundId, raterId, roundSubjectId, late }: ScorecardFilter): SelectQueryBuilder<Scorecard> {
    const query = this.visibleTo(viewer);
    if (roundId) query.andWhere(`${ROW}.roundId = :roundId`, { roundId });
    if (raterId) query.andWhere(`${ROW}.raterId = :raterId`, { raterId });
    if (roundSubjectId) query.andWhere(`${ROW}.roundSubjectId = :roundSubjectId`, { roundSubjectId });
    if (late !== null && late !== undefined) query.andWhere(`${ROW}.isLate = :late`, { late });
    return query;
  }
}
