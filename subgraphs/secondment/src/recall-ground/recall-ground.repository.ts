import type { Clock } from '@township-graph/shared/clock';

import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { RecallGround } from './recall-ground.entity';
import type { RecallGroundFilter } from './recall-ground.inputs';

const ORDER: KeysetOrder = {
  name: 'newest',
  columns: [
    { name: 'confirmedAt', descending: true },
    { name: 'id', descending: true },
  ],
};

/** Every query on grounds of recalls: within the viewer’s divisions. */
export class RecallGroundRepository extends ScopedRepository<RecallGround> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, RecallGround, { division: 'divisionCode', readScope: 'personnel:read' }, clock);
  }

  findPage(viewer: Viewer, filter: RecallGroundFilter, page: PageArguments): PromiseOrValue<Page<RecallGround>> {
    return pageOf(this.matching(viewer, filter), this.reader, ORDER, page);
  }

  count(viewer: Viewer, filter: RecallGroundFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  private matching(viewer: Viewer, filter: RecallGroundFilter): SelectQueryBuilder<RecallGround> {
    const query = this.inOrBelow(this.visibleTo(viewer), filter.divisionCode);
    if (typeof filter.isEnabling === 'boolean')
      query.andWhere(`${ROW}.isEnabling = :isEnabling`, { isEnabling: filter.isEnabling ? 1 : 0 });
    return query;
  }
}
