import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { NestedList } from '@township-graph/shared/connection';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import { listByColumn } from '@township-graph/shared/nested-list';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { readRows } from '@township-graph/shared/row';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { ServiceWindow } from '../service-window/service-window.entity';
import type { QueueTicketFilter, QueueTicketOrder } from './queue.inputs';
import { QueueTicket } from './queue-ticket.entity';
import { AT_WINDOW, WAITING_STATES } from './queue-ticket.status';

const ORDERS: Readonly<Record<QueueTicketOrder, KeysetOrder>> = {
  CALLING: { name: 'calling', columns: [{ name: 'day' }, { name: 'priority', descending: true }, { name: 'place' }, { name: 'id' }] },
  NEWEST: {
    name: 'newest',
    columns: [
      { name: 'day', descending: true },
      { name: 'takenAt', descending: true },
      { name: 'id', descending: true },
    ],
  },
};

/** What a list of numbers is asked: a filter and an order. */
export interface QueueTicketListing {
  readonly filter: QueueTicketFilter;
  readonly orderBy: QueueTicketOrder;
}

/** How many wait at a service point, and since when the first of them. */
export interface QueueStanding {
  readonly servicePointId: string;
  readonly waiting: number;
  readonly since: Date;
}

/** Every query on numbers. Seen with `matters:read` within the viewer's divisions, and by nobody else. */
export class QueueTicketRepository extends ScopedRepository<QueueTicket> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, QueueTicket, { division: 'divisionCode', readScope: 'matters:read' }, clock);
  }

  findPage(viewer: Viewer, { filter, orderBy }: QueueTicketListing, page: PageArguments): PromiseOrValue<Page<QueueTicket>> {
    return pageOf(this.matching(viewer, filter), this.reader, ORDERS[orderBy], page);
  }

  count(viewer: Viewer, { filter }: QueueTicketListing): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  /** The numbers of each service point, of today unless the filter names another day. */
  ofPoint(viewer: Viewer): NestedList<QueueTicket, QueueTicketListing> {
    return listByColumn(
      this.reader,
      'servicePointId',
      ({ filter }) => this.matching(viewer, { ...filter, day: filter.day ?? dayOf(this.clock()) }),
      ({ orderBy }) => ORDERS[orderBy],
    );
  }

  /** Who is at each of these windows today. */
  async atWindows(viewer: Viewer, windowIds: readonly string[]): Promise<QueueTicket[]> {
    const query = this.visibleTo(viewer)
      .andWhere(`${ROW}.windowId IN (:...windowIds) AND ${ROW}.day = :today`, { windowIds, today: dayOf(this.clock()) })
      .andWhere(`${ROW}.state IN (:...states)`, { states: AT_WINDOW });
    return readRows(query, this.reader);
  }

  /**
   * How many wait at each service point today, and since when. Published, as it is on the screen above the windows: beside
   * the scope on purpose, and it tells of no one number.
   */
  async standingOf(servicePointIds: readonly string[]): Promise<QueueStanding[]> {
    const rows = await this.manager
      .createQueryBuilder(QueueTicket, ROW)
      .select(`${ROW}.servicePointId`, 'servicePointId')
      .addSelect('COUNT(*)', 'waiting')
      .addSelect(`MIN(${ROW}.takenAt)`, 'since')
      .where(`${ROW}.servicePointId IN (:...servicePointIds) AND ${ROW}.day = :today`, { servicePointIds, today: dayOf(this.clock()) })
      .andWhere(`${ROW}.state IN (:...states)`, { states: WAITING_STATES })
      .groupBy(`${ROW}.servicePointId`)
      .getRawMany<{ servicePointId: string; waiting: string | number; since: unknown }>();
    const { driver } = this.manager.connection;
    const takenAt = this.manager.connection.getMetadata(QueueTicket).findColumnWithPropertyName('takenAt')!;
    return rows.map(({ servicePointId, waiting, since }) => ({
      servicePointId,
      waiting: Number(waiting),
      since: driver.prepareHydratedValue(since, takenAt) as Date,
    }));
  }

  /** Whose turn it is at the window: who waits for it, or is of a kind it serves; appointments first, then as they came. The caller holds the queue. */
  nextFor(tx: EntityManager, { id, servicePointId, kinds }: ServiceWindow, day: string): Promise<QueueTicket | null> {
    const isServed = kinds.length > 0 ? `(${ROW}.kind IS NULL OR ${ROW}.kind IN (:...kinds))` : '1 = 1';
    return tx
      .createQueryBuilder(QueueTicket, ROW)
      .where(`${ROW}.servicePointId = :servicePointId AND ${ROW}.day = :day`, { servicePointId, day })
      .andWhere(`((${ROW}.state = 'WAITING' AND ${isServed}) OR (${ROW}.state = 'TRANSFERRED' AND ${ROW}.windowId = :id))`, { id, kinds })
      .orderBy(`${ROW}.priority`, 'DESC')
      .addOrderBy(`${ROW}.place`, 'ASC')
      .limit(1)
      .getOne();
  }

  private matching(
    viewer: Viewer,
    { divisionCode, servicePointId, day, state, windowId }: QueueTicketFilter,
  ): SelectQueryBuilder<QueueTicket> {
    const query = this.inOrBelow(this.visibleTo(viewer), divisionCode);
    if (servicePointId) query.andWhere(`${ROW}.servicePointId = :servicePointId`, { servicePointId });
    if (day) query.andWhere(`${ROW}.day = :day`, { day });
    if (state) query.andWhere(`${ROW}.state IN (:...states)`, { states: state });
    if (windowId) query.andWhere(`${ROW}.windowId = :windowId`, { windowId });
    return query;
  }
}
