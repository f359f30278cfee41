import type { Clock } from '@township-graph/shared/clock';
import type { NestedList } from '@township-graph/shared/connection';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import { listByColumn } from '@township-graph/shared/nested-list';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Candidate } from './candidate.entity';
import type { CandidateFilter } from './candidate.inputs';

const ORDER: KeysetOrder = {
  name: 'place',
  columns: [{ name: 'registeredAt' }, { name: 'id' }],
};

/** Every query on candidates: within the viewer’s divisions. */
export class CandidateRepository extends ScopedRepository<Candidate> {
  constructor(manager: EntityManager, clock: Clock) {
    super(
      manager,
      Candidate,
      { division: 'divisionCode', readScope: 'personnel:read', concerns: { column: `${ROW}.chosenDivisionCode` } },
      clock,
    );
  }

  findPage(viewer: Viewer, filter: CandidateFilter, page: PageArguments): PromiseOrValue<Page<Candidate>> {
    return pageOf(this.matching(viewer, filter), this.reader, ORDER, page);
  }

  count(viewer: Viewer, filter: CandidateFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  /** Who takes part in each of these selections. */
  ofCampaigns(viewer: Viewer): NestedList<Candidate, CandidateFilter> {
    return listByColumn(
      this.reader,
      'campaignId',
      (filter) => this.matching(viewer, filter),
      () => ORDER,
    );
  }

  private matching(viewer: Viewer, filter: CandidateFilter): SelectQueryBuilder<Candidate> {
    const query = this.visibleTo(viewer);
    if (filter.state) query.andWhere(`${ROW}.state IN (:...state)`, { state: filter.state });
    return query;
  }
}
