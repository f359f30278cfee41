import { Reads } from '@township-graph/shared/asked-properties';
import type { Clock } from '@township-graph/shared/clock';
import type { Connection } from '@township-graph/shared/connection';
import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Appointment } from '../appointment/appointment.entity';
import type { MattersContext } from '../context';
import { ReceptionPlan } from '../service-point/reception-plan.entity';
import { ServicePoint } from '../service-point/service-point.entity';
import { ServiceWindow } from '../service-window/service-window.entity';
import { QueueTicketConnection, QueueTicketListArgs } from './queue.inputs';
import { ticketDeadline } from './queue-ticket.deadlines';
import { QueueTicket } from './queue-ticket.entity';
import { TicketAction } from './queue-ticket.enums';
import { ticketActions } from './queue-ticket.policy';
import type { QueueTicketRepository } from './queue-ticket.repository';

@Resolver(() => QueueTicket)
export class QueueTicketResolver {
  constructor(
    private readonly queueTicketRepository: QueueTicketRepository,
    private readonly clock: Clock,
  ) {}

  @Query(() => QueueTicket, { nullable: true, description: 'One number. Scope matters:read. 按标识查询排队号。' })
  queueTicket(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: MattersContext,
  ): Shown<QueueTicket> {
    return loaders.ticketById.shown(id);
  }

  @Query(() => QueueTicketConnection, { description: 'Numbers by filter, of all days. Scope matters:read. 按条件查询排队号。' })
  queueTickets(
    @Args(() => QueueTicketListArgs) { filter, orderBy, ...page }: QueueTicketListArgs,
    @Ctx() { viewer }: MattersContext,
  ): Connection<QueueTicket> {
    const checked = checkedPage(page);
    const listing = { filter: filter ?? {}, orderBy };
    return new QueueTicketConnection({
      page: (asked) => this.queueTicketRepository.findPage(viewer, listing, { ...checked, asked }),
      total: () => this.queueTicketRepository.count(viewer, listing),
    });
  }

  @Reads('servicePointId')
  @FieldResolver(() => ServicePoint, { nullable: true, description: 'Where it holds. 服务点。' })
  servicePoint(@Root() { servicePointId }: QueueTicket, @Ctx() { loaders }: MattersContext): Shown<ServicePoint> {
    return loaders.servicePointById.shown(servicePointId);
  }

  @Reads('windowId')
  @FieldResolver(() => ServiceWindow, {
    nullable: true,
    description: 'The window that called it, or that it waits for. 叫号窗口或等候的窗口。',
  })
  window(@Root() { windowId }: QueueTicket, @Ctx() { loaders }: MattersContext): Shown<ServiceWindow> | null {
    return windowId ? loaders.windowById.shown(windowId) : null;
  }

  @Reads('appointmentId')
  @FieldResolver(() => Appointment, { nullable: true, description: 'The appointment that it was taken for. 对应的预约。' })
  appointment(@Root() { appointmentId }: QueueTicket, @Ctx() { loaders }: MattersContext): Shown<Appointment> | null {
    return appointmentId ? loaders.appointmentById.shown(appointmentId) : null;
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 6)')
  @FieldResolver(() => [TimelineEntry], { description: 'Its course, oldest first. Scope matters:read. 流转记录。' })
  timeline(@Root() { id }: QueueTicket, @Ctx() { loaders }: MattersContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }

  @Reads('id', 'day', 'state', 'takenAt', 'servingAt')
  @Directive('@listSize(assumedSize: 1)')
  @FieldResolver(() => [CaseDeadline], { description: 'What is due of it: SERVICE, until the end of its day. 时限：当日办理。' })
  deadlines(@Root() ticket: QueueTicket): CaseDeadline[] {
    return [ticketDeadline(ticket, this.clock())];
  }

  @Reads('state', 'windowId', 'servicePointId', 'divisionCode', 'callCount')
  @FieldResolver(() => [TicketAction], { description: 'What this viewer can do with it now. 当前可执行操作。' })
  async availableActions(@Root() ticket: QueueTicket, @Ctx() { viewer, loaders }: MattersContext): Promise<TicketAction[]> {
    const { windowId, servicePointId, divisionCode, callCount } = ticket;
    const [window, plan] = await Promise.all([
      windowId ? loaders.windowById.load(windowId) : null,
      loaders.planByPoint.load(servicePointId),
    ]);
    const { callsBeforeNoShow } = plan ?? ReceptionPlan.standard(servicePointId, divisionCode);
    return ticketActions(viewer, ticket, window, { made: callCount, needed: callsBeforeNoShow }, this.clock);
  }
}
