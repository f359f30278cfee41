import type { Clock } from '@township-graph/shared/clock';
import type { NestedList } from '@township-graph/shared/connection';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import { listByColumn } from '@township-graph/shared/nested-list';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { OF_WHO_SERVES } from '../staff-member/serving-place';
import { Training } from './training.entity';
import type { TrainingFilter } from './training.inputs';

const NEWEST: KeysetOrder = {
  name: 'newest',
  columns: [
    { name: 'completedOn', descending: true },
    { name: 'id', descending: true },
  ],
};

/** Every query on trainings: by who recorded them, and where who had them serves. */
export class TrainingRepository extends ScopedRepository<Training> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, Training, { division: 'divisionCode', readScope: 'personnel:read', concerns: OF_WHO_SERVES }, clock);
  }

  findPage(viewer: Viewer, filter: TrainingFilter, page: PageArguments): PromiseOrValue<Page<Training>> {
    return pageOf(this.matching(viewer, filter), this.reader, NEWEST, page);
  }

  count(viewer: Viewer, filter: TrainingFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  ofStaff(viewer: Viewer): NestedList<Training, TrainingFilter> {
    return listByColumn(
      this.reader,
      'staffMemberId',
      (filter) => this.matching(viewer, filter),
      () => NEWEST,
    );
  }

  private matching(viewer: Viewer, filter: TrainingFilter): SelectQueryBuilder<Training> {
    const query = this.inOrBelow(this.visibleTo(viewer), filter.divisionCode);
    if (filter.staffMemberId) query.andWhere(`${ROW}.staffMemberId = :staffMemberId`, { staffMemberId: filter.staffMemberId });
    if (filter.result) query.andWhere(`${ROW}.result IN (:...results)`, { results: filter.result });
    if (filter.from) query.andWhere(`${ROW}.completedOn >= :completedFrom`, { completedFrom: filter.from });
    if (filter.to) query.andWhere(`${ROW}.completedOn < :completedTo`, { completedTo: filter.to });
    return query;
  }
}
