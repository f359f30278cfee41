import type { Clock } from '@township-graph/shared/clock';
import type { Commands } from '@township-graph/shared/command/commands';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { appointmentLoaders } from './appointment/appointment.loaders';
import { AppointmentRepository } from './appointment/appointment.repository';
import { AppointmentResolver, ServicePointAppointmentsResolver } from './appointment/appointment.resolver';
import { AppointmentService } from './appointment/appointment.service';
import { AppointmentCommandsResolver } from './appointment/appointment-commands.resolver';
import { AppointmentSlotResolver } from './appointment/appointment-slot.resolver';
import { SlotCapacityService } from './appointment/slot-capacity.service';
import { queueLoaders } from './queue/queue.loaders';
import { ServicePointQueueResolver, ServiceQueueResolver, WindowTicketResolver } from './queue/queue.resolver';
import { QueueCallingService } from './queue/queue-calling.service';
import { QueueCommandsResolver } from './queue/queue-commands.resolver';
import { QueueEntryService } from './queue/queue-entry.service';
import { QueueTicketRepository } from './queue/queue-ticket.repository';
import { QueueTicketResolver } from './queue/queue-ticket.resolver';
import { ReceptionPlanRepository } from './service-point/reception-plan.repository';
import { ReceptionPlanResolver } from './service-point/reception-plan.resolver';
import { ReceptionPlanService } from './service-point/reception-plan.service';
import { servicePointLoaders } from './service-point/service-point.loaders';
import { ServicePointRepository } from './service-point/service-point.repository';
import { DivisionServicePointsResolver, ServicePointResolver } from './service-point/service-point.resolver';
import { ServicePointService } from './service-point/service-point.service';
import { ServicePointCommandsResolver } from './service-point/service-point-commands.resolver';
import { serviceWindowLoaders } from './service-window/service-window.loaders';
import { ServiceWindowRepository } from './service-window/service-window.repository';
import { ServicePointWindowsResolver, ServiceWindowResolver } from './service-window/service-window.resolver';
import { ServiceWindowService } from './service-window/service-window.service';

/** Where people go and how they are received: service points, windows, queues and appointments, put together. */
export class Reception {
  private readonly points: ServicePointRepository;
  private readonly plans: ReceptionPlanRepository;
  private readonly windows: ServiceWindowRepository;
  private readonly tickets: QueueTicketRepository;
  private readonly appointments: AppointmentRepository;

  constructor(
    private readonly manager: EntityManager,
    private readonly clock: Clock,
  ) {
    this.points = new ServicePointRepository(manager, clock);
    this.plans = new ReceptionPlanRepository(manager, clock);
    this.windows = new ServiceWindowRepository(manager, clock);
    this.tickets = new QueueTicketRepository(manager, clock);
    this.appointments = new AppointmentRepository(manager, clock);
  }

  resolvers(commands: Commands): object[] {
    const { manager, clock, points, plans, windows, tickets, appointments } = this;
    return [
      new ServicePointResolver(points, clock),
      new DivisionServicePointsResolver(),
      new ServicePointCommandsResolver(new ServicePointService(commands, points, clock)),
      new ReceptionPlanResolver(new ReceptionPlanService(commands, plans, clock)),
      new ServicePointWindowsResolver(),
      new ServiceWindowResolver(new ServiceWindowService(commands, windows, clock), clock),
      new ServicePointQueueResolver(),
      new ServiceQueueResolver(clock),
      new WindowTicketResolver(),
      new QueueTicketResolver(tickets, clock),
      new QueueCommandsResolver(new QueueEntryService(commands, tickets, clock), new QueueCallingService(commands, tickets, clock)),
      new ServicePointAppointmentsResolver(),
      new AppointmentSlotResolver(clock),
      new AppointmentResolver(appointments, clock),
      new AppointmentCommandsResolver(
        new AppointmentService(commands, appointments, clock),
        new SlotCapacityService(manager, commands, clock),
      ),
    ];
  }

  /** Batches for one request. */
  loaders() {
    return [
      (viewer: Viewer) => servicePointLoaders(this.points, this.plans, viewer),
      (viewer: Viewer) => serviceWindowLoaders(this.windows, viewer),
      (viewer: Viewer) => queueLoaders(this.tickets, viewer),
      (viewer: Viewer) => appointmentLoaders(this.appointments, viewer),
    ] as const;
  }
}
