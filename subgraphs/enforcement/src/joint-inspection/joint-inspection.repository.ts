import type { Clock } from '@township-graph/shared/clock';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { InspectionCheck } from './inspection-check.entity';
import { JointInspection } from './joint-inspection.entity';
import type { JointInspectionFilter } from './joint-inspection.inputs';

const NEWEST: KeysetOrder = {
  name: 'newest',
  columns: [
    { name: 'startedAt', descending: true },
    { name: 'id', descending: true },
  ],
};

/** How many visits there were, and for how many authorities. */
export interface VisitCount {
  readonly visits: number;
  readonly authorityVisits: number;
}

/** Every query on visits: within the viewer's divisions. */
export class JointInspectionRepository extends ScopedRepository<JointInspection> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, JointInspection, { division: 'divisionCode', readScope: 'enforcement:read' }, clock);
  }

  findPage(viewer: Viewer, filter: JointInspectionFilter, page: PageArguments): PromiseOrValue<Page<JointInspection>> {
    return pageOf(this.matching(viewer, filter), this.reader, NEWEST, page);
  }

  count(viewer: Viewer, filter: JointInspectionFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  async countVisits(viewer: Viewer, filter: JointInspectionFilter): Promise<VisitCount> {
    const counted = await this.matching(viewer, filter)
      .select('COUNT(*)', 'visits')
      .addSelect(`COALESCE(SUM(${ROW}.authorityCount), 0)`, 'authorityVisits')
      .getRawOne<Record<keyof VisitCount, unknown>>();
    return { visits: Number(counted!.visits), authorityVisits: Number(counted!.authorityVisits) };
  }

  /** The items of visits that the viewer sees, by name. */
  findChecks(inspectionIds: readonly string[]): Promise<InspectionCheck[]> {
    return this.manager
      .createQueryBuilder(InspectionCheck, 'c')
      .where('c.inspectionId IN (:...inspectionIds)', { inspectionIds })
      .orderBy('c.itemId')
      .getMany();
  }

  private matching(viewer: Viewer, filter: JointInspectionFilter): SelectQueryBuilder<JointInspection> {
    const query = this.inOrBelow(this.visibleTo(viewer), filter.divisionCode);
    if (filter.state) query.andWhere(`${ROW}.state IN (:...states)`, { states: filter.state });
    if (filter.ground) query.andWhere(`${ROW}.ground IN (:...grounds)`, { grounds: filter.ground });
    if (filter.startedFrom) query.andWhere(`${ROW}.startedAt >= :startedFrom`, { startedFrom: filter.startedFrom });
    if (filter.startedTo) query.andWhere(`${ROW}.startedAt < :startedTo`, { startedTo: filter.startedTo });
    return query;
  }
}
