import type { Clock } from '@township-graph/shared/clock';

import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { SelectionCampaign } from './campaign.entity';
import type { SelectionCampaignFilter } from './campaign.inputs';

const ORDER: KeysetOrder = {
  name: 'newest',
  columns: [
    { name: 'openedAt', descending: true },
    { name: 'id', descending: true },
  ],
};

/** Every query on selections: within the viewer’s divisions. */
export class SelectionCampaignRepository extends ScopedRepository<SelectionCampaign> {
  constructor(manager: EntityManager, clock: Clock) {
    super(
      manager,
      SelectionCampaign,
      { division: 'divisionCode', readScope: 'personnel:read', publicWhen: `${ROW}.registrationFrom IS NOT NULL` },
      clock,
    );
  }

  findPage(viewer: Viewer, filter: SelectionCampaignFilter, page: PageArguments): PromiseOrValue<Page<SelectionCampaign>> {
    return pageOf(this.matching(viewer, filter), this.reader, ORDER, page);
  }

  count(viewer: Viewer, filter: SelectionCampaignFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  private matching(viewer: Viewer, filter: SelectionCampaignFilter): SelectQueryBuilder<SelectionCampaign> {
    const query = this.inOrBelow(this.visibleTo(viewer), filter.divisionCode);
    if (filter.state) query.andWhere(`${ROW}.state IN (:...state)`, { state: filter.state });
    if (typeof filter.year === 'number') query.andWhere(`${ROW}.year = :year`, { year: filter.year });
    return query;
  }
}
