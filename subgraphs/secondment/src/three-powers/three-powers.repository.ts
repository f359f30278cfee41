import type { Clock } from '@township-graph/shared/clock';

import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { ThreePowersGrantFilter } from './three-powers.inputs';
import { ThreePowersGrant } from './three-powers-grant.entity';

const ORDER: KeysetOrder = {
  name: 'newest',
  columns: [
    { name: 'effectiveFrom', descending: true },
    { name: 'id', descending: true },
  ],
};

/** Every query on grants of the three powers: within the viewer’s divisions. */
export class ThreePowersGrantRepository extends ScopedRepository<ThreePowersGrant> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, ThreePowersGrant, { division: 'divisionCode', readScope: 'personnel:read' }, clock);
  }

  findPage(viewer: Viewer, filter: ThreePowersGrantFilter, page: PageArguments): PromiseOrValue<Page<ThreePowersGrant>> {
    return pageOf(this.matching(viewer, filter), this.reader, ORDER, page);
  }

  count(viewer: Viewer, filter: ThreePowersGrantFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  private matching(viewer: Viewer, filter: ThreePowersGrantFilter): SelectQueryBuilder<ThreePowersGrant> {
    const query = this.inOrBelow(this.visibleTo(viewer), filter.divisionCode);
    if (filter.power) query.andWhere(`${ROW}.power IN (:...power)`, { power: filter.power });
    if (filter.state) query.andWhere(`${ROW}.state IN (:...state)`, { state: filter.state });
    return query;
  }
}
