import type { Clock } from '@township-graph/shared/clock';
import type { NestedList } from '@township-graph/shared/connection';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import { containing } from '@township-graph/shared/like';
import { listByColumn } from '@township-graph/shared/nested-list';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { ServicePoint } from './service-point.entity';
import { ServicePointState } from './service-point.enums';
import type { ServicePointFilter, ServicePointOrder } from './service-point.inputs';

const ORDERS: Readonly<Record<ServicePointOrder, KeysetOrder>> = {
  PLACE: { name: 'place', columns: [{ name: 'divisionCode' }, { name: 'tier' }, { name: 'id' }] },
  NAME: { name: 'name', columns: [{ name: 'name' }, { name: 'id' }] },
};

/** What a list of service points is asked: a filter and an order. */
export interface ServicePointListing {
  readonly filter: ServicePointFilter;
  readonly orderBy: ServicePointOrder;
}

/** Every query on service points. They are public. */
export class ServicePointRepository extends ScopedRepository<ServicePoint> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, ServicePoint, { division: 'divisionCode', readScope: 'matters:read', publicWhen: 'true' }, clock);
  }

  findPage(viewer: Viewer, { filter, orderBy }: ServicePointListing, page: PageArguments): PromiseOrValue<Page<ServicePoint>> {
    return pageOf(this.matching(viewer, filter), this.reader, ORDERS[orderBy], page);
  }

  count(viewer: Viewer, { filter }: ServicePointListing): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  /** The points of each of these very divisions, not of those below. */
  ofDivision(viewer: Viewer): NestedList<ServicePoint, ServicePointListing> {
    return listByColumn(
      this.reader,
      'divisionCode',
      ({ filter }) => this.matching(viewer, filter),
      ({ orderBy }) => ORDERS[orderBy],
    );
  }

  private matching(
    viewer: Viewer,
    { divisionCode, tier, aroundTheClock, state, search }: ServicePointFilter,
  ): SelectQueryBuilder<ServicePoint> {
    const query = this.inOrBelow(this.visibleTo(viewer), divisionCode);
    query.andWhere(`${ROW}.state IN (:...states)`, { states: state ?? [ServicePointState.IN_SERVICE] });
    if (tier) query.andWhere(`${ROW}.tier IN (:...tiers)`, { tiers: tier });
    if (typeof aroundTheClock === 'boolean') query.andWhere(`${ROW}.aroundTheClock = :aroundTheClock`, { aroundTheClock });
    if (search) query.andWhere(...containing([`${ROW}.name`, `${ROW}.address`], 'search', search));
    return query;
  }
}
