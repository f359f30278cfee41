import type { Clock } from '@township-graph/shared/clock';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { FaultInquiry } from './fault-inquiry.entity';
import type { FaultInquiryFilter } from './fault-inquiry.inputs';

const NEWEST: KeysetOrder = {
  name: 'newest',
  columns: [
    { name: 'openedAt', descending: true },
    { name: 'id', descending: true },
  ],
};

/** Every query on inquiries: the county's, for no township. */
export class FaultInquiryRepository extends ScopedRepository<FaultInquiry> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, FaultInquiry, { division: 'divisionCode', readScope: 'enforcement:read' }, clock);
  }

  findPage(viewer: Viewer, filter: FaultInquiryFilter, page: PageArguments): PromiseOrValue<Page<FaultInquiry>> {
    return pageOf(this.matching(viewer, filter), this.reader, NEWEST, page);
  }

  count(viewer: Viewer, filter: FaultInquiryFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  private matching(viewer: Viewer, filter: FaultInquiryFilter): SelectQueryBuilder<FaultInquiry> {
    const query = this.inOrBelow(this.visibleTo(viewer), filter.divisionCode);
    if (filter.state) query.andWhere(`${ROW}.state IN (:...states)`, { states: filter.state });
    if (filter.officerId) query.andWhere(`${ROW}.officerId = :officerId`, { officerId: filter.officerId });
    return query;
  }
}
