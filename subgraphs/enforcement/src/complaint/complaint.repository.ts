import { type Clock, startOfDay } from '@township-graph/shared/clock';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Complaint } from './complaint.entity';
import type { ComplaintFilter } from './complaint.inputs';

const NEWEST: KeysetOrder = {
  name: 'newest',
  columns: [
    { name: 'filedAt', descending: true },
    { name: 'id', descending: true },
  ],
};

/** Every query on complaints: within the viewer's divisions, for nobody else. */
export class ComplaintRepository extends ScopedRepository<Complaint> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, Complaint, { division: 'divisionCode', readScope: 'enforcement:read' }, clock);
  }

  findPage(viewer: Viewer, filter: ComplaintFilter, page: PageArguments): PromiseOrValue<Page<Complaint>> {
    return pageOf(this.matching(viewer, filter), this.reader, NEWEST, page);
  }

  count(viewer: Viewer, filter: ComplaintFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  /** The visible complaints that the filter leaves. */
  matching(viewer: Viewer, filter: ComplaintFilter): SelectQueryBuilder<Complaint> {
    const query = this.inOrBelow(this.visibleTo(viewer), filter.divisionCode);
    if (filter.state) query.andWhere(`${ROW}.state IN (:...states)`, { states: filter.state });
    if (filter.kind) query.andWhere(`${ROW}.kind IN (:...kinds)`, { kinds: filter.kind });
    if (filter.labour) query.andWhere(`${ROW}.labour IN (:...labours)`, { labours: filter.labour });
    if (filter.filedOn?.from) query.andWhere(`${ROW}.filedAt >= :filedFrom`, { filedFrom: startOfDay(filter.filedOn.from) });
    if (filter.filedOn?.to) query.andWhere(`${ROW}.filedAt < :filedTo`, { filedTo: startOfDay(filter.filedOn.to) });
    return query;
  }
}
