import type { Clock } from '@township-graph/shared/clock';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { AppraisalScheme } from './scheme.entity';
import type { SchemeFilter } from './scheme.inputs';

const NEWEST: KeysetOrder = {
  name: 'newest',
  columns: [
    { name: 'definedAt', descending: true },
    { name: 'id', descending: true },
  ],
};

/** Every query on schemes: whoever is appraised by one may know how. */
export class SchemeRepository extends ScopedRepository<AppraisalScheme> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, AppraisalScheme, { division: 'divisionCode', readScope: 'assessment:read', publicWhen: 'true' }, clock);
  }

  findPage(viewer: Viewer, filter: SchemeFilter, page: PageArguments): PromiseOrValue<Page<AppraisalScheme>> {
    return pageOf(this.matching(viewer, filter), this.reader, NEWEST, page);
  }

  count(viewer: Viewer, filter: SchemeFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  private matching(viewer: Viewer, { divisionCode, kind, state }: SchemeFilter): SelectQueryBuilder<AppraisalScheme> {
    const query = this.inOrBelow(this.visibleTo(viewer), divisionCode);
    if (kind) query.andWhere(`${ROW}.kind IN (:...kinds)`, { kinds: kind });
    if (state) query.andWhere(`${ROW}.state IN (:...states)`, { states: state });
    return query;
  }
}
