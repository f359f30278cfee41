import type { Clock } from '@township-graph/shared/clock';
import type { NestedList } from '@township-graph/shared/connection';
import { type KeysetOrder, type Page, type PageArguments, pageOf } from '@township-graph/shared/keyset';
import { listByColumn } from '@township-graph/shared/nested-list';
import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import { ROW, ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { Viewer } from '@township-graph/shared/viewer';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { Appointment } from './appointment.entity';
import type { AppointmentFilter, AppointmentOrder } from './appointment.inputs';
import { SlotBookings } from './slot-bookings.entity';

const ORDERS: Readonly<Record<AppointmentOrder, KeysetOrder>> = {
  TIME: { name: 'time', columns: [{ name: 'startsAt' }, { name: 'id' }] },
  NEWEST: {
    name: 'newest',
    columns: [
      { name: 'startsAt', descending: true },
      { name: 'id', descending: true },
    ],
  },
};

/** What a list of appointments is asked: a filter and an order. */
export interface AppointmentListing {
  readonly filter: AppointmentFilter;
  readonly orderBy: AppointmentOrder;
}

/** Every query on appointments. Seen with `matters:read` within the viewer's divisions, and by nobody else. */
export class AppointmentRepository extends ScopedRepository<Appointment> {
  constructor(manager: EntityManager, clock: Clock) {
    super(manager, Appointment, { division: 'divisionCode', readScope: 'matters:read' }, clock);
  }

  findPage(viewer: Viewer, { filter, orderBy }: AppointmentListing, page: PageArguments): PromiseOrValue<Page<Appointment>> {
    return pageOf(this.matching(viewer, filter), this.reader, ORDERS[orderBy], page);
  }

  count(viewer: Viewer, { filter }: AppointmentListing): Promise<number> {
    return this.matching(viewer, filter).getCount();
  }

  ofPoint(viewer: Viewer): NestedList<Appointment, AppointmentListing> {
    return listByColumn(
      this.reader,
      'servicePointId',
      ({ filter }) => this.matching(viewer, filter),
      ({ orderBy }) => ORDERS[orderBy],
    );
  }

  /** How many have booked each slot of these service points on these days: numbers, of no one person, and public. */
  bookingsOf(servicePointIds: readonly string[], days: readonly string[]): Promise<SlotBookings[]> {
    return this.manager.findBy(SlotBookings, { servicePointId: In([...servicePointIds]), day: In([...days]) });
  }

  private matching(
    viewer: Viewer,
    { divisionCode, servicePointId, day, state, matterId }: AppointmentFilter,
  ): SelectQueryBuilder<Appointment> {
    const query = this.inOrBelow(this.visibleTo(viewer), divisionCode);
    if (servicePointId) query.andWhere(`${ROW}.servicePointId = :servicePointId`, { servicePointId });
    if (day) query.andWhere(`${ROW}.day = :day`, { day });
    if (state) query.andWhere(`${ROW}.state IN (:...states)`, { states: state });
    if (matterId) query.andWhere(`${ROW}.matterId = :matterId`, { matterId });
    return query;
  }
}
