import type { Clock } from '@township-graph/shared/clock';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { DutyRefusal } from './duty-refusal.entity';
import type { DutyRefusalFilter } from './duty-refusal.inputs';

const NEWEST: KeysetOrder = {
  name: 'newest',
  columns: [
    { name: 'raisedAt', descending: true },
    { name: 'id', descending: true },
  ],
};

/** Every query on refusals: for who refuses and those above, the departments of its county among them. */
export class DutyRefusalRepository extends ScopedRepository<DutyRefusal> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, DutyRefusal, { division: 'divisionCode', readScope: 'matters:read' }, clock);
  }

  /** Ids are compared again once read: MariaDB finds "x" for "x ". */
  async findById(viewer: Viewer, id: string, tx: EntityManager): Promise<DutyRefusal | null> {
    const refusal = await this.findOne(this.visibleTo(viewer, tx).andWhere(`${ROW}.id = :id`, { id }));
    return refusal?.id === id ? refusal : null;
  }

  findPage(viewer: Viewer, filter: DutyRefusalFilter, page: PageArguments): PromiseOrValue<Page<DutyRefusal>> {
    return pageOf(this.matching(viewer, filter), this.reader, NEWEST, page);
  }

  count(viewer: Viewer, filter: DutyRefusalFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  private matching(viewer: Viewer, { divisionCode, state, kind, assignedBy }: DutyRefusalFilter): SelectQueryBuilder<DutyRefusal> {
    const query = this.inOrBelow(this.visibleTo(viewer), divisionCode);
    if (state) query.andWhere(`${ROW}.state IN (:...states)`, { states: state });
    if (kind) query.andWhere(`${ROW}.kind IN (:...kinds)`, { kinds: kind });
    if (assignedBy) query.andWhere(`${ROW}.assignedByCreditCode = :assignedBy`, { assignedBy });
    return query;
  }
}
