import type { Clock } from '@township-graph/shared/clock';

import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { MovementProposal } from './movement.entity';
import type { MovementProposalFilter } from './movement.inputs';

const ORDER: KeysetOrder = {
  name: 'newest',
  columns: [
    { name: 'proposedAt', descending: true },
    { name: 'id', descending: true },
  ],
};

/** Every query on movements: within the viewer’s divisions. */
export class MovementProposalRepository extends ScopedRepository<MovementProposal> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, MovementProposal, { division: 'divisionCode', readScope: 'personnel:read' }, clock);
  }

  findPage(viewer: Viewer, filter: MovementProposalFilter, page: PageArguments): PromiseOrValue<Page<MovementProposal>> {
    return pageOf(this.matching(viewer, filter), this.reader, ORDER, page);
  }

  count(viewer: Viewer, filter: MovementProposalFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  private matching(viewer: Viewer, filter: MovementProposalFilter): SelectQueryBuilder<MovementProposal> {
    const query = this.inOrBelow(this.visibleTo(viewer), filter.divisionCode);
    if (filter.kind) query.andWhere(`${ROW}.kind IN (:...kind)`, { kind: filter.kind });
    if (filter.state) query.andWhere(`${ROW}.state IN (:...state)`, { state: filter.state });
    if (filter.proposedBy) query.andWhere(`${ROW}.proposedBy IN (:...proposedBy)`, { proposedBy: filter.proposedBy });
    return query;
  }
}
