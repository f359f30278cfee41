import type { Clock } from '@township-graph/shared/clock';

import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Consultation } from './consultation.entity';
import type { ConsultationFilter } from './consultation.inputs';

const ORDER: KeysetOrder = {
  name: 'newest',
  columns: [
    { name: 'sentAt', descending: true },
    { name: 'id', descending: true },
  ],
};

/** Every query on consultations: within the viewer’s divisions. */
export class ConsultationRepository extends ScopedRepository<Consultation> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, Consultation, { division: 'divisionCode', readScope: 'personnel:read' }, clock);
  }

  findPage(viewer: Viewer, filter: ConsultationFilter, page: PageArguments): PromiseOrValue<Page<Consultation>> {
    return pageOf(this.matching(viewer, filter), this.reader, ORDER, page);
  }

  count(viewer: Viewer, filter: ConsultationFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  private matching(viewer: Viewer, filter: ConsultationFilter): SelectQueryBuilder<Consultation> {
    const query = this.inOrBelow(this.visibleTo(viewer), filter.divisionCode);
    if (filter.kind) query.andWhere(`${ROW}.kind IN (:...kind)`, { kind: filter.kind });
    if (filter.state) query.andWhere(`${ROW}.state IN (:...state)`, { state: filter.state });
    return query;
  }
}
