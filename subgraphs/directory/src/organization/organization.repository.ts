import type { Clock } from '@township-graph/shared/clock';
import type { NestedList } from '@township-graph/shared/connection';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import { containing } from '@township-graph/shared/like';
import { listByColumn } from '@township-graph/shared/nested-list';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Organization } from './organization.entity';
import type { OrganizationFilter, OrganizationOrder, OrganizationQuery } from './organization.inputs';

const ORDERS: Readonly<Record<OrganizationOrder, KeysetOrder>> = {
  PLACE: { name: 'place', columns: [{ name: 'divisionCode' }, { name: 'sortOrder' }, { name: 'id' }] },
  NAME: { name: 'name', columns: [{ name: 'name' }, { name: 'id' }] },
};

/** Every query on organisations. */
export class OrganizationRepository extends ScopedRepository<Organization> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, Organization, { division: 'divisionCode', readScope: 'directory:manage', publicWhen: 'true' }, clock);
  }

  findPage(viewer: Viewer, filter: OrganizationQuery, page: PageArguments): PromiseOrValue<Page<Organization>> {
    return pageOf(this.matching(viewer, filter), this.reader, ORDERS[filter.orderBy], page);
  }

  count(viewer: Viewer, filter: OrganizationFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  /** The organisations whose `column` names the parent: a division, an organisation above, a dispatching department or a centre. */
  under(
    viewer: Viewer,
    column: 'divisionCode' | 'parentId' | 'dispatchedById' | 'functionalCenterId',
  ): NestedList<Organization, OrganizationQuery> {
    return listByColumn(
      this.reader,
      column,
      (filter) => this.matching(viewer, filter),
      ({ orderBy }) => ORDERS[orderBy],
    );
  }

  private matching(viewer: Viewer, filter: OrganizationFilter): SelectQueryBuilder<Organization> {
    const query = this.inOrBelow(this.visibleTo(viewer), filter.divisionCode).andWhere(`${ROW}.validTo IS NULL`);
    if (filter.kinds?.length) query.andWhere(`${ROW}.kind IN (:...kinds)`, { kinds: filter.kinds });
    if (filter.parentId) query.andWhere(`${ROW}.parentId = :parentId`, { parentId: filter.parentId });
    if (filter.dispatchedById) query.andWhere(`${ROW}.dispatchedById = :dispatchedById`, { dispatchedById: filter.dispatchedById });
    if (filter.search) query.andWhere(...containing(`${ROW}.name`, 'search', filter.search));
    return query;
  }
}
