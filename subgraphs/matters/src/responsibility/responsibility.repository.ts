import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { NestedList } from '@township-graph/shared/connection';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import { containing } from '@township-graph/shared/like';
import { listByColumn } from '@township-graph/shared/nested-list';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { ResponsibilityListState } from './responsibility.enums';
import type {
  ResponsibilityItemFilter,
  ResponsibilityItemOrder,
  ResponsibilityListFilter,
  ResponsibilityListOrder,
} from './responsibility.inputs';
import { ResponsibilityItem } from './responsibility-item.entity';
import { ResponsibilityList } from './responsibility-list.entity';

const LIST_ORDERS: Readonly<Record<ResponsibilityListOrder, KeysetOrder>> = {
  PLACE: { name: 'place', columns: [{ name: 'divisionCode' }, { name: 'kind' }, { name: 'id' }] },
  TITLE: { name: 'title', columns: [{ name: 'title' }, { name: 'id' }] },
};

const ITEM_ORDERS: Readonly<Record<ResponsibilityItemOrder, KeysetOrder>> = {
  SERIAL: { name: 'serial', columns: [{ name: 'divisionCode' }, { name: 'kind' }, { name: 'listId' }, { name: 'serial' }] },
  NAME: { name: 'name', columns: [{ name: 'name' }, { name: 'id' }] },
};

/** What is shown unless a filter names states. */
const PUBLISHED: readonly ResponsibilityListState[] = [ResponsibilityListState.PUBLISHED];

/** What a list of items is asked: a filter and an order. */
export interface ItemListing {
  readonly filter: ResponsibilityItemFilter;
  readonly orderBy: ResponsibilityItemOrder;
}

/** Every query on lists. Published ones are public. */
export class ResponsibilityListRepository extends ScopedRepository<ResponsibilityList> {
  constructor(manager: EntityManager, clock: Clock) {
    const publicWhen = `${ROW}.state <> 'DRAFT'`;
    super(manager, ResponsibilityList, { division: 'divisionCode', readScope: 'matters:read', publicWhen }, clock);
  }

  findPage(
    viewer: Viewer,
    filter: ResponsibilityListFilter,
    orderBy: ResponsibilityListOrder,
    page: PageArguments,
  ): PromiseOrValue<Page<ResponsibilityList>> {
    return pageOf(this.matching(viewer, filter), this.reader, LIST_ORDERS[orderBy], page);
  }

  count(viewer: Viewer, filter: ResponsibilityListFilter): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  private matching(
    viewer: Viewer,
    { divisionCode, kind, level, state, asOf }: ResponsibilityListFilter,
  ): SelectQueryBuilder<ResponsibilityList> {
    const query = this.inOrBelow(this.visibleTo(viewer), divisionCode).andWhere(`${ROW}.state IN (:...states)`, {
      states: state ?? PUBLISHED,
    });
    if (kind) query.andWhere(`${ROW}.kind IN (:...kinds)`, { kinds: kind });
    if (level) query.andWhere(`${ROW}.level IN (:...levels)`, { levels: level });
    if (asOf) query.andWhere(`(${ROW}.publishedOn IS NULL OR ${ROW}.publishedOn <= :day)`, { day: asOf });
    return query;
  }
}

/** Every query on items. An item is public when its list is. */
export class ResponsibilityItemRepository extends ScopedRepository<ResponsibilityItem> {
  constructor(manager: EntityManager, clock: Clock) {
    const publicWhen = `EXISTS (SELECT 1 FROM responsibility_list l WHERE l.id = ${ROW}.listId AND l.state <> 'DRAFT')`;
    super(manager, ResponsibilityItem, { division: 'divisionCode', readScope: 'matters:read', publicWhen }, clock);
  }

  /** The item, if the viewer may know of it. Ids are compared again once read: MariaDB finds "x" for "x ". */
  async findById(viewer: Viewer, id: string, tx: EntityManager): Promise<ResponsibilityItem | null> {
    const item = await this.findOne(this.visibleTo(viewer, tx).andWhere(`${ROW}.id = :id`, { id }));
    return item?.id === id ? item : null;
  }

  findPage(viewer: Viewer, { filter, orderBy }: ItemListing, page: PageArguments): PromiseOrValue<Page<ResponsibilityItem>> {
    return pageOf(this.matching(viewer, filter), this.reader, ITEM_ORDERS[orderBy], page);
  }

  count(viewer: Viewer, { filter }: ItemListing): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  /** The items of each of these lists, or of the lists of each of these very divisions. */
  under(viewer: Viewer, column: 'listId' | 'divisionCode'): NestedList<ResponsibilityItem, ItemListing> {
    return listByColumn(
      this.reader,
      column,
      ({ filter }) => this.matching(viewer, filter, column === 'listId'),
      ({ orderBy }) => ITEM_ORDERS[orderBy],
    );
  }

  /** Whoever names a list has its items, whatever its state. */
  private matching(
    viewer: Viewer,
    filter: ResponsibilityItemFilter,
    ofNamedList = Boolean(filter.listId),
  ): SelectQueryBuilder<ResponsibilityItem> {
    const query = this.inOrBelow(this.visibleTo(viewer), filter.divisionCode);
    const states = filter.state ?? (ofNamedList ? null : PUBLISHED);
    if (states)
      query.andWhere(`EXISTS (SELECT 1 FROM responsibility_list its WHERE its.id = ${ROW}.listId AND its.state IN (:...states))`, {
        states,
      });
    // What is not published yet has no days: it holds on none, and on all.
    query.andWhere(`(${ROW}.validFrom IS NULL OR ${ROW}.validFrom <= :day) AND (${ROW}.validTo IS NULL OR ${ROW}.validTo > :day)`, {
      day: filter.asOf ?? dayOf(this.clock()),
    });
    if (filter.listId) query.andWhere(`${ROW}.listId = :listId`, { listId: filter.listId });
    if (filter.kind) query.andWhere(`${ROW}.kind IN (:...kinds)`, { kinds: filter.kind });
    if (filter.dutyClass) query.andWhere(`${ROW}.dutyClass IN (:...classes)`, { classes: filter.dutyClass });
    if (filter.outcome) query.andWhere(`${ROW}.outcome IN (:...outcomes)`, { outcomes: filter.outcome });
    if (filter.search) query.andWhere(...containing(`${ROW}.name`, 'search', filter.search));
    return query;
  }
}
