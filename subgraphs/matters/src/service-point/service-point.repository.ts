import type { Clock } from '@township-graph/shared/clock';
import type { NestedList } from '@township-graph/shared/connection';
import { type KeysetOrder, type Page, type PageArguments, pageOf, pagesByParent, totalsByParent } from '@township-graph/shared/keyset';
import { containing, patternContaining } from '@township-graph/shared/like';
import { ROW, ScopedRepository, within } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { ServicePoint } from './service-point.entity';
import type { ServicePointFilter } from './service-point.inputs';

const BY_PLACE: KeysetOrder = { name: 'place', columns: [{ name: 'divisionCode' }, { name: 'tier' }, { name: 'id' }] };

/** Every query on service points. They are public. */
export class ServicePointRepository extends ScopedRepository<ServicePoint> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, ServicePoint, { division: 'divisionCode', readScope: 'matters:read', publicWhen: 'true' }, clock);
  }

  findPage(viewer: Viewer, filter: ServicePointFilter, page: PageArguments): Promise<Page<ServicePoint>> {
    return pageOf(this.matching(viewer, filter), this.reader, BY_PLACE, page);
  }

  count(viewer: Viewer, filter: ServicePointFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  /** The points of each of these very divisions, not of those below. */
  ofDivision(viewer: Viewer): NestedList<ServicePoint, ServicePointFilter> {
    const parent = `${ROW}.divisionCode`;
    const of = (codes: readonly string[], filter: ServicePointFilter) =>
      this.matching(viewer, filter).andWhere(`${parent} IN (:...codes)`, { codes });
    return {
      pages: (codes, filter, page) => pagesByParent(of(codes, filter), this.reader, parent, BY_PLACE, page),
      totals: (codes, filter) => totalsByParent(of(codes, filter), parent),
    };
  }

  private matching(viewer: Viewer, { divisionCode, tier, aroundTheClock, search }: ServicePointFilter): SelectQueryBuilder<ServicePoint> {
    const query = this.visibleTo(viewer);
    if (divisionCode) {
      const { sql, parameters } = within(`${ROW}.divisionCode`, divisionCode, 'below');
      query.andWhere(sql, parameters);
    }
    if (tier) query.andWhere(`${ROW}.tier IN (:...tiers)`, { tiers: tier });
    if (typeof aroundTheClock === 'boolean') query.andWhere(`${ROW}.aroundTheClock = :aroundTheClock`, { aroundTheClock });
    if (search) {
      const either = `(${containing(`${ROW}.name`, 'search')} OR ${containing(`${ROW}.address`, 'search')})`;
      query.andWhere(either, { search: patternContaining(search) });
    }
    return query;
  }
}
