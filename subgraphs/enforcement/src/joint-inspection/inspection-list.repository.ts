import type { Clock } from '@township-graph/shared/clock';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { InspectionItem } from './inspection-item.entity';
import { JointInspectionPlan } from './inspection-plan.entity';
import type { InspectionItemFilter, JointInspectionPlanFilter } from './joint-inspection.inputs';

const BY_CODE: KeysetOrder = { name: 'code', columns: [{ name: 'divisionCode' }, { name: 'code' }, { name: 'id' }] };
const BY_YEAR: KeysetOrder = {
  name: 'year',
  columns: [
    { name: 'year', descending: true },
    { name: 'id', descending: true },
  ],
};

/** The list of what may be inspected: published. */
export class InspectionItemRepository extends ScopedRepository<InspectionItem> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, InspectionItem, { division: 'divisionCode', readScope: 'enforcement:read', publicWhen: 'true' }, clock);
  }

  findPage(viewer: Viewer, filter: InspectionItemFilter, page: PageArguments): PromiseOrValue<Page<InspectionItem>> {
    return pageOf(this.matching(viewer, filter), this.reader, BY_CODE, page);
  }

  count(viewer: Viewer, filter: InspectionItemFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  private matching(viewer: Viewer, filter: InspectionItemFilter): SelectQueryBuilder<InspectionItem> {
    const query = this.inOrBelow(this.visibleTo(viewer), filter.divisionCode);
    if (filter.state) query.andWhere(`${ROW}.state IN (:...states)`, { states: filter.state });
    if (filter.authority) query.andWhere(`${ROW}.authorityCreditCode = :authority`, { authority: filter.authority });
    return query;
  }
}

/** Yearly plans: public once published. */
export class InspectionPlanRepository extends ScopedRepository<JointInspectionPlan> {
  constructor(manager: EntityManager, clock: Clock) {
    const publicWhen = `${ROW}.state = 'PUBLISHED'`;
    super(manager, JointInspectionPlan, { division: 'divisionCode', readScope: 'enforcement:read', publicWhen }, clock);
  }

  findPage(viewer: Viewer, filter: JointInspectionPlanFilter, page: PageArguments): PromiseOrValue<Page<JointInspectionPlan>> {
    return pageOf(this.matching(viewer, filter), this.reader, BY_YEAR, page);
  }

  count(viewer: Viewer, filter: JointInspectionPlanFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  private matching(viewer: Viewer, filter: JointInspectionPlanFilter): SelectQueryBuilder<JointInspectionPlan> {
    const query = this.inOrBelow(this.visibleTo(viewer), filter.divisionCode);
    if (filter.year) query.andWhere(`${ROW}.year = :year`, { year: filter.year });
    if (filter.state) query.andWhere(`${ROW}.state IN (:...states)`, { states: filter.state });
    return query;
  }
}
