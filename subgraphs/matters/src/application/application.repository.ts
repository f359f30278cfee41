import type { Clock } from '@township-graph/shared/clock';
import type { NestedList } from '@township-graph/shared/connection';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import { listByColumn } from '@township-graph/shared/nested-list';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { PROMISED } from './application.deadlines';
import { Application } from './application.entity';
import { type ApplicationFilter, ApplicationOrder } from './application.inputs';
import { OPEN_STATES } from './application.moves';

const ORDERS: Readonly<Record<ApplicationOrder, KeysetOrder>> = {
  NEWEST: {
    name: 'newest',
    columns: [
      { name: 'openedOn', descending: true },
      { name: 'id', descending: true },
    ],
  },
  DUE: { name: 'due', columns: [{ name: 'dueAt' }, { name: 'id' }] },
};

/** What a list of applications is asked: a filter and an order. */
export interface ApplicationListing {
  readonly filter: ApplicationFilter;
  readonly orderBy: ApplicationOrder;
}

const ONE_OF = ['state', 'channel', 'handlingKind', 'handlerTier', 'deliveryMethod'] as const;
const EXACTLY = ['matterId', 'servicePointId', 'isInternal'] as const;

/** Every query on applications: within the viewer's divisions, with `matters:read`. None is public. */
export class ApplicationRepository extends ScopedRepository<Application> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, Application, { division: 'divisionCode', readScope: 'matters:read' }, clock);
  }

  findPage(viewer: Viewer, listing: ApplicationListing, page: PageArguments): PromiseOrValue<Page<Application>> {
    return pageOf(this.matching(viewer, listing), this.reader, ORDERS[listing.orderBy], page);
  }

  count(viewer: Viewer, listing: ApplicationListing): Promise<number> {
    return this.matching(viewer, listing).getCount();
  }

  /** What was taken in at each of these very divisions, not below them. */
  takenInAt(viewer: Viewer): NestedList<Application, ApplicationListing> {
    return this.listedBy(viewer, 'divisionCode');
  }

  /** What is decided in the name of each of these organs. */
  decidedBy(viewer: Viewer): NestedList<Application, ApplicationListing> {
    return this.listedBy(viewer, 'implementingCreditCode');
  }

  /** The visible applications that the filter leaves. */
  matching(viewer: Viewer, { filter, orderBy }: ApplicationListing): SelectQueryBuilder<Application> {
    const query = this.inOrBelow(this.visibleTo(viewer), filter.divisionCode);
    for (const column of ONE_OF) if (filter[column]) query.andWhere(`${ROW}.${column} IN (:...${column})`, { [column]: filter[column] });
    for (const column of EXACTLY) {
      const value = filter[column];
      if (value !== null && value !== undefined) query.andWhere(`${ROW}.${column} = :${column}`, { [column]: value });
    }
    if (filter.openedOn?.from) query.andWhere(`${ROW}.openedOn >= :openedFrom`, { openedFrom: filter.openedOn.from });
    if (filter.openedOn?.to) query.andWhere(`${ROW}.openedOn < :openedTo`, { openedTo: filter.openedOn.to });
    if (typeof filter.isOpen === 'boolean')
      query.andWhere(`${ROW}.state ${filter.isOpen ? 'IN' : 'NOT IN'} (:...openStates)`, { openStates: OPEN_STATES });
    if (typeof filter.isOverdue === 'boolean') query.andWhere(`${filter.isOverdue ? '' : 'NOT '}${OVERDUE}`, { now: this.clock() });
    if (filter.light) query.andWhere(SHOWS_LIGHT, { lights: filter.light, promised: PROMISED });
    // Where nothing is due there is no place in the order.
    if (orderBy === ApplicationOrder.DUE) query.andWhere(`${ROW}.dueAt IS NOT NULL AND ${ROW}.decidedAt IS NULL`);
    return query;
  }

  private listedBy(viewer: Viewer, column: 'divisionCode' | 'implementingCreditCode'): NestedList<Application, ApplicationListing> {
    return listByColumn(
      this.reader,
      column,
      (listing) => this.matching(viewer, listing),
      ({ orderBy }) => ORDERS[orderBy],
    );
  }
}

/** A special procedure stops the clock, and nothing is due while it lasts; what was overdue before it stays so. */
const OVERDUE = `(${ROW}.dueAt IS NOT NULL AND ${ROW}.dueAt < :now AND ${ROW}.decidedAt IS NULL)`;

const SHOWS_LIGHT = `EXISTS (SELECT 1 FROM case_deadline d
  WHERE d.subjectId = ${ROW}.id AND d.kind = :promised AND d.light IN (:...lights) AND d.metAt IS NULL)`;
