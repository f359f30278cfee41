import type { Clock } from '@township-graph/shared/clock';
import type { NestedList } from '@township-graph/shared/connection';
import { type KeysetOrder, type Page, type PageArguments, pageOf, pagesByParent, totalsByParent } from '@township-graph/shared/keyset';
import { containing, patternContaining } from '@township-graph/shared/like';
import { ROW, ScopedRepository, within } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { ResponsibilityItemFilter, ResponsibilityListFilter } from './responsibility.inputs';
import { ResponsibilityItem } from './responsibility-item.entity';
import { ResponsibilityList } from './responsibility-list.entity';

const BY_PLACE: KeysetOrder = { name: 'place', columns: [{ name: 'divisionCode' }, { name: 'kind' }, { name: 'id' }] };
const BY_SERIAL: KeysetOrder = {
  name: 'serial',
  columns: [{ name: 'divisionCode' }, { name: 'kind' }, { name: 'listId' }, { name: 'serial' }],
};

/** Every query on lists. Published ones are public. */
export class ResponsibilityListRepository extends ScopedRepository<ResponsibilityList> {
  constructor(manager: EntityManager, clock: Clock) {
    const publicWhen = `${ROW}.state <> 'DRAFT'`;
    super(manager, ResponsibilityList, { division: 'divisionCode', readScope: 'matters:read', publicWhen }, clock);
  }

  findPage(viewer: Viewer, filter: ResponsibilityListFilter, page: PageArguments): Promise<Page<ResponsibilityList>> {
    return pageOf(this.matching(viewer, filter), this.reader, BY_PLACE, page);
  }

  count(viewer: Viewer, filter: ResponsibilityListFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  private matching(viewer: Viewer, { divisionCode, kind, level }: ResponsibilityListFilter): SelectQueryBuilder<ResponsibilityList> {
    const query = this.visibleTo(viewer);
    if (divisionCode) {
      const { sql, parameters } = within(`${ROW}.divisionCode`, divisionCode, 'below');
      query.andWhere(sql, parameters);
    }
    if (kind) query.andWhere(`${ROW}.kind IN (:...kinds)`, { kinds: kind });
    if (level) query.andWhere(`${ROW}.level IN (:...levels)`, { levels: level });
    return query;
  }
}

/** Every query on items. An item is public when its list is. */
export class ResponsibilityItemRepository extends ScopedRepository<ResponsibilityItem> {
  constructor(manager: EntityManager, clock: Clock) {
    const publicWhen = `EXISTS (SELECT 1 FROM responsibility_list l WHERE l.id = ${ROW}.listId AND l.state <> 'DRAFT')`;
    super(manager, ResponsibilityItem, { division: 'divisionCode', readScope: 'matters:read', publicWhen }, clock);
  }

  findPage(viewer: Viewer, filter: ResponsibilityItemFilter, page: PageArguments): Promise<Page<ResponsibilityItem>> {
    return pageOf(this.matching(viewer, filter), this.reader, BY_SERIAL, page);
  }

  count(viewer: Viewer, filter: ResponsibilityItemFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  /** The items of each of these lists, or of the lists of each of these very divisions. */
  under(viewer: Viewer, column: 'listId' | 'divisionCode'): NestedList<ResponsibilityItem, ResponsibilityItemFilter> {
    const parent = `${ROW}.${column}`;
    const of = (parents: readonly string[], filter: ResponsibilityItemFilter) =>
      this.matching(viewer, filter).andWhere(`${parent} IN (:...parents)`, { parents });
    return {
      pages: (parents, filter, page) => pagesByParent(of(parents, filter), this.reader, parent, BY_SERIAL, page),
      totals: (parents, filter) => totalsByParent(of(parents, filter), parent),
    };
  }

  private matching(viewer: Viewer, filter: ResponsibilityItemFilter): SelectQueryBuilder<ResponsibilityItem> {
    const query = this.visibleTo(viewer);
    if (filter.divisionCode) {
      const { sql, parameters } = within(`${ROW}.divisionCode`, filter.divisionCode, 'below');
      query.andWhere(sql, parameters);
    }
    if (filter.listId) query.andWhere(`${ROW}.listId = :listId`, { listId: filter.listId });
    if (filter.kind) query.andWhere(`${ROW}.kind IN (:...kinds)`, { kinds: filter.kind });
    if (filter.dutyClass) query.andWhere(`${ROW}.dutyClass IN (:...classes)`, { classes: filter.dutyClass });
    if (filter.outcome) query.andWhere(`${ROW}.outcome IN (:...outcomes)`, { outcomes: filter.outcome });
    if (filter.search) query.andWhere(containing(`${ROW}.name`, 'search'), { search: patternContaining(filter.search) });
    return query;
  }
}
