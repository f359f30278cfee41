import type { Clock } from '@township-graph/shared/clock';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import { manyByKey } from '@township-graph/shared/loader';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { InspectionPlan } from './inspection-plan.entity';
import { InspectionVisit } from './inspection-visit.entity';
import type { InspectionPlanFilter } from './supervision.inputs';

const NEWEST: KeysetOrder = { name: 'newest', columns: [{ name: 'year', descending: true }, { name: 'id' }] };

/** Every query on plans: they are published, for whoever is to be visited. */
export class InspectionPlanRepository extends ScopedRepository<InspectionPlan> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, InspectionPlan, { division: 'divisionCode', readScope: 'assessment:read', publicWhen: 'true' }, clock);
  }

  findPage(viewer: Viewer, filter: InspectionPlanFilter, page: PageArguments): PromiseOrValue<Page<InspectionPlan>> {
    return pageOf(this.matching(viewer, filter), this.reader, NEWEST, page);
  }

  count(viewer: Viewer, filter: InspectionPlanFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  private matching(viewer: Viewer, { divisionCode, year }: InspectionPlanFilter): SelectQueryBuilder<InspectionPlan> {
    const query = this.inOrBelow(this.visibleTo(viewer), divisionCode);
    return year ? query.andWhere(`${ROW}.year = :year`, { year }) : query;
  }
}

/** Every query on visits: for the township and its county. */
export class InspectionVisitRepository extends ScopedRepository<InspectionVisit> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, InspectionVisit, { division: 'divisionCode', readScope: 'assessment:read' }, clock);
  }
}

/** Batches for one request. */
export function supervisionLoaders(plans: InspectionPlanRepository, visits: InspectionVisitRepository, viewer: Viewer) {
  return {
    inspectionPlanById: plans.byKey(viewer, 'id'),
    visitsByPlan: manyByKey(
      async (ids: readonly string[]) => (await visits.findBy(viewer, 'planId', ids)).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      ({ planId }) => planId,
    ),
  };
}
