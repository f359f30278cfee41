import type { Clock } from '@township-graph/shared/clock';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Rating } from './rating.entity';
import type { RatingFilter } from './rating.inputs';

const NEWEST: KeysetOrder = {
  name: 'newest',
  columns: [
    { name: 'ratedAt', descending: true },
    { name: 'id', descending: true },
  ],
};

/** Every query on ratings: within the viewer's divisions, with `matters:read`. None is public; their shares are statistics. */
export class RatingRepository extends ScopedRepository<Rating> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, Rating, { division: 'divisionCode', readScope: 'matters:read' }, clock);
  }

  findPage(viewer: Viewer, filter: RatingFilter, page: PageArguments): PromiseOrValue<Page<Rating>> {
    return pageOf(this.matching(viewer, filter), this.reader, NEWEST, page);
  }

  count(viewer: Viewer, filter: RatingFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  private matching(viewer: Viewer, { divisionCode, state, grade }: RatingFilter): SelectQueryBuilder<Rating> {
    const query = this.inOrBelow(this.visibleTo(viewer), divisionCode);
    if (state) query.andWhere(`${ROW}.state IN (:...states)`, { states: state });
    if (grade) query.andWhere(`${ROW}.grade IN (:...grades)`, { grades: grade });
    return query;
  }
}

/** Batches for one request. */
export function ratingLoaders(ratings: RatingRepository, viewer: Viewer) {
  return {
    ratingById: ratings.byKey(viewer, 'id'),
    ratingByApplication: ratings.byKey(viewer, 'applicationId'),
  };
}
