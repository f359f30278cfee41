import type { Clock } from '@township-graph/shared/clock';

import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { SelectionPlan } from './selection-plan.entity';
import type { SelectionPlanFilter } from './selection-plan.inputs';

const ORDER: KeysetOrder = {
  name: 'newest',
  columns: [
    { name: 'startYear', descending: true },
    { name: 'id', descending: true },
  ],
};

/** Every query on plans of selections: within the viewer’s divisions. */
export class SelectionPlanRepository extends ScopedRepository<SelectionPlan> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, SelectionPlan, { division: 'divisionCode', readScope: 'personnel:read', publicWhen: 'true' }, clock);
  }

  findPage(viewer: Viewer, filter: SelectionPlanFilter, page: PageArguments): PromiseOrValue<Page<SelectionPlan>> {
    return pageOf(this.matching(viewer, filter), this.reader, ORDER, page);
  }

  count(viewer: Viewer, filter: SelectionPlanFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  private matching(viewer: Viewer, filter: SelectionPlanFilter): SelectQueryBuilder<SelectionPlan> {
    const query = this.inOrBelow(this.visibleTo(viewer), filter.divisionCode);

    return query;
  }
}
