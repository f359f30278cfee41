import { Reads } from '@township-graph/shared/asked-properties';
import type { Clock } from '@township-graph/shared/clock';
import type { Connection } from '@township-graph/shared/connection';
import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { MattersContext } from '../context';
import { Matter } from '../matter/matter.entity';
import { QueueTicket } from '../queue/queue-ticket.entity';
import { ServicePoint } from '../service-point/service-point.entity';
import { appointmentDeadline } from './appointment.deadlines';
import { Appointment } from './appointment.entity';
import { AppointmentAction } from './appointment.enums';
import { AppointmentConnection, AppointmentListArgs } from './appointment.inputs';
import { appointmentActions } from './appointment.policy';
import type { AppointmentRepository } from './appointment.repository';

@Resolver(() => Appointment)
export class AppointmentResolver {
  constructor(
    private readonly appointmentRepository: AppointmentRepository,
    private readonly clock: Clock,
  ) {}

  @Query(() => Appointment, { nullable: true, description: 'One appointment. Scope matters:read. 按标识查询预约。' })
  appointment(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: MattersContext,
  ): Shown<Appointment> {
    return loaders.appointmentById.shown(id);
  }

  @Query(() => AppointmentConnection, { description: 'Appointments by filter, by slot. Scope matters:read. 按条件查询预约。' })
  appointments(
    @Args(() => AppointmentListArgs) { filter, orderBy, ...page }: AppointmentListArgs,
    @Ctx() { viewer }: MattersContext,
  ): Connection<Appointment> {
    const checked = checkedPage(page);
    const listing = { filter: filter ?? {}, orderBy };
    return new AppointmentConnection({
      page: (asked) => this.appointmentRepository.findPage(viewer, listing, { ...checked, asked }),
      total: () => this.appointmentRepository.count(viewer, listing),
    });
  }

  @Reads('servicePointId')
  @FieldResolver(() => ServicePoint, { nullable: true, description: 'Where. 服务点。' })
  servicePoint(@Root() { servicePointId }: Appointment, @Ctx() { loaders }: MattersContext): Shown<ServicePoint> {
    return loaders.servicePointById.shown(servicePointId);
  }

  @Reads('matterId')
  @FieldResolver(() => Matter, { nullable: true, description: 'What about; null when they did not say. 办理事项。' })
  matter(@Root() { matterId }: Appointment, @Ctx() { loaders }: MattersContext): Shown<Matter> | null {
    return matterId ? loaders.matterById.shown(matterId) : null;
  }

  @Reads('id')
  @FieldResolver(() => QueueTicket, { nullable: true, description: 'The number they got on checking in. 签到所取的号。' })
  ticket(@Root() { id }: Appointment, @Ctx() { loaders }: MattersContext): Shown<QueueTicket> {
    return loaders.ticketByAppointment.shown(id);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 6)')
  @FieldResolver(() => [TimelineEntry], { description: 'Its course, oldest first. Scope matters:read. 流转记录。' })
  timeline(@Root() { id }: Appointment, @Ctx() { loaders }: MattersContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }

  @Reads('id', 'state', 'bookedAt', 'endsAt', 'checkedInAt')
  @Directive('@listSize(assumedSize: 1)')
  @FieldResolver(() => [CaseDeadline], { description: 'What is due of it: ARRIVAL, until its slot is over. 时限：按时到场。' })
  deadlines(@Root() appointment: Appointment): CaseDeadline[] {
    return [appointmentDeadline(appointment, this.clock())];
  }

  @Reads('state', 'startsAt', 'endsAt', 'divisionCode')
  @FieldResolver(() => [AppointmentAction], { description: 'What this viewer can do with it now. 当前可执行操作。' })
  availableActions(@Root() appointment: Appointment, @Ctx() { viewer }: MattersContext): AppointmentAction[] {
    return appointmentActions(viewer, appointment, this.clock);
  }
}

/** What a service point shows of its appointments. */
@Resolver(() => ServicePoint)
export class ServicePointAppointmentsResolver {
  @Reads('id')
  @FieldResolver(() => AppointmentConnection, { description: 'Its appointments. Scope matters:read. 预约，需 matters:read。' })
  appointments(
    @Root() { id }: ServicePoint,
    @Args(() => AppointmentListArgs) { filter, orderBy, ...page }: AppointmentListArgs,
    @Ctx() { loaders }: MattersContext,
  ): Connection<Appointment> {
    return new AppointmentConnection(loaders.appointmentsByPoint.of(id, { filter: filter ?? {}, orderBy }, page));
  }
}
