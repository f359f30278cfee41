import type { Clock } from '@township-graph/shared/clock';
import type { NestedList } from '@township-graph/shared/connection';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import { listByColumn } from '@township-graph/shared/nested-list';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository, within } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Placement } from './placement.entity';
import type { PlacementFilter } from './placement.inputs';

const ORDER: KeysetOrder = {
  name: 'newest',
  columns: [
    { name: 'startsOn', descending: true },
    { name: 'id', descending: true },
  ],
};

/** Every query on placements: within the viewer’s divisions. */
export class PlacementRepository extends ScopedRepository<Placement> {
  constructor(manager: EntityManager, clock: Clock) {
    super(
      manager,
      Placement,
      { division: 'divisionCode', readScope: 'personnel:read', concerns: { column: `${ROW}.homeDivisionCode` } },
      clock,
    );
  }

  findPage(viewer: Viewer, filter: PlacementFilter, page: PageArguments): PromiseOrValue<Page<Placement>> {
    return pageOf(this.matching(viewer, filter), this.reader, ORDER, page);
  }

  count(viewer: Viewer, filter: PlacementFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  /** Who serves in each of these very divisions. */
  inDivisions(viewer: Viewer): NestedList<Placement, PlacementFilter> {
    return listByColumn(
      this.reader,
      'divisionCode',
      (filter) => this.matching(viewer, filter),
      () => ORDER,
    );
  }

  /** Of each of these members of staff. */
  ofStaff(viewer: Viewer): NestedList<Placement, PlacementFilter> {
    return listByColumn(
      this.reader,
      'staffMemberId',
      (filter) => this.matching(viewer, filter),
      () => ORDER,
    );
  }

  private matching(viewer: Viewer, filter: PlacementFilter): SelectQueryBuilder<Placement> {
    const query = this.inOrBelow(this.visibleTo(viewer), filter.divisionCode);
    if (filter.homeDivisionCode) {
      const { sql, parameters } = within(`${ROW}.homeDivisionCode`, filter.homeDivisionCode, 'homeDivisionCode');
      query.andWhere(sql, parameters);
    }
    if (filter.kind) query.andWhere(`${ROW}.kind IN (:...kind)`, { kind: filter.kind });
    if (filter.state) query.andWhere(`${ROW}.state IN (:...state)`, { state: filter.state });
    if (filter.outcome) query.andWhere(`${ROW}.outcome IN (:...outcome)`, { outcome: filter.outcome });
    if (filter.campaignId) query.andWhere(`${ROW}.campaignId = :campaignId`, { campaignId: filter.campaignId });
    if (typeof filter.isConversionDue === 'boolean')
      query.andWhere(`${ROW}.isConversionDue = :isConversionDue`, { isConversionDue: filter.isConversionDue ? 1 : 0 });
    if (filter.onDay)
      query.andWhere(
        `${ROW}.startsOn <= :day AND (${ROW}.endsOn IS NULL OR ${ROW}.endsOn >= :day) AND (${ROW}.endedOn IS NULL OR ${ROW}.endedOn >= :day) AND ${ROW}.state <> 'CANCELLED'`,
        { day: filter.onDay },
      );
    return query;
  }
}
