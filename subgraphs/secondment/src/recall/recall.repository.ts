import type { Clock } from '@township-graph/shared/clock';

import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Recall } from './recall.entity';
import type { RecallFilter } from './recall.inputs';

const ORDER: KeysetOrder = {
  name: 'newest',
  columns: [
    { name: 'requestedAt', descending: true },
    { name: 'id', descending: true },
  ],
};

/** Every query on recalls: within the viewer’s divisions. */
export class RecallRepository extends ScopedRepository<Recall> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, Recall, { division: 'divisionCode', readScope: 'personnel:read' }, clock);
  }

  findPage(viewer: Viewer, filter: RecallFilter, page: PageArguments): PromiseOrValue<Page<Recall>> {
    return pageOf(this.matching(viewer, filter), this.reader, ORDER, page);
  }

  count(viewer: Viewer, filter: RecallFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  private matching(viewer: Viewer, filter: RecallFilter): SelectQueryBuilder<Recall> {
    const query = this.inOrBelow(this.visibleTo(viewer), filter.divisionCode);
    if (filter.state) query.andWhere(`${ROW}.state IN (:...state)`, { state: filter.state });
    return query;
  }
}
