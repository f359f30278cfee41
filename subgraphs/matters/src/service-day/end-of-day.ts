import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import { allOf, type Beside } from '@township-graph/shared/course/course';
import { held } from '@township-graph/shared/held';
import type { Logger } from '@township-graph/shared/log';
import type { Job, Turn } from '@township-graph/shared/scheduler/job';
import { oneByOne } from '@township-graph/shared/scheduler/one-by-one';
import { systemViewer } from '@township-graph/shared/viewer';
import type { DataSource, EntityManager, EntityTarget } from 'typeorm';
import { Appointment } from '../appointment/appointment.entity';
import { AppointmentAction, AppointmentState } from '../appointment/appointment.enums';
import { settleAppointment } from '../appointment/appointment-outcome';
import { holdQueue } from '../queue/queue-hold.entity';
import { QueueTicket } from '../queue/queue-ticket.entity';
import { TicketAction } from '../queue/queue-ticket.enums';
import { UNSERVED_STATES } from '../queue/queue-ticket.status';
import { endTicket, type TicketEnd } from '../queue/ticket-end';
import { ServicePoint } from '../service-point/service-point.entity';
import { ServiceWindow } from '../service-window/service-window.entity';
import { closeWindowsLeftOpen, openedBefore } from '../service-window/windows-closed';

export interface EndOfDayOptions {
  readonly database: DataSource;
  readonly commands: Commands;
  readonly clock: Clock;
  /** So many minutes after somebody was served at it, a window that was left open is closed. */
  readonly windowIdleMinutes: number;
  readonly log?: Logger;
}

/** A service point's day that is over. */
type ServiceDay = Pick<QueueTicket, 'servicePointId' | 'day'>;

type Hall = Pick<ServiceWindow, 'servicePointId' | 'divisionCode'>;

/** Something that ends, in as many transactions as it takes. */
interface DayEnd {
  readonly about: object;
  readonly end: (tx: EntityManager) => Promise<Done<true> | null>;
}

/** So many at a time: a transaction that takes longer keeps others from writing. */
const AT_ONCE = 100;

const EXPIRED: TicketEnd = { action: TicketAction.EXPIRE, event: 'NUMBER_EXPIRED', outcome: AppointmentAction.EXPIRE };

/**
 * Puts on record what a day left open, once it is over: numbers that nobody served expire, who had booked and did not come
 * stayed away, and windows that nobody closed are. A day is over at midnight: clerks serve on after the doors close. Who is being
 * served is left to the clerk, at a window that stays open while it is used.
 */
export class EndOfDay implements Job {
  readonly name = 'end-of-day';

  constructor(private readonly options: EndOfDayOptions) {}

  /** A day that cannot be ended keeps no other from its end. */
  async run(turn: Turn): Promise<void> {
    await oneByOne(turn, {
      units: await this.ends(),
      work: ({ end }) => this.wholly(turn, end),
      about: ({ about }) => about,
      undone: ['service days', 'ended'],
      log: this.options.log,
    });
  }

  /** In as many transactions as it takes, while the turn goes on. */
  private async wholly(turn: Turn, end: DayEnd['end']): Promise<void> {
    do if ((await this.options.commands.runAsSystem(this.name, end)) === null) return;
    while (await turn.goesOn());
  }

  /** The numbers of each day before its windows: who was sent to one waits for none any more. */
  private async ends(): Promise<DayEnd[]> {
    return [
      ...(await this.due()).map((about) => ({ about, end: (tx: EntityManager) => this.end(tx, about) })),
      ...(await this.leftOpen()).map((about) => ({ about, end: (tx: EntityManager) => this.closeWindows(tx, about) })),
    ];
  }

  /** What is left of it, some at a time; null when nothing is, also because another instance was here. */
  private async end(tx: EntityManager, { servicePointId, day }: ServiceDay): Promise<Done<true> | null> {
    const { clock } = this.options;
    await holdQueue(tx, servicePointId, day);
    const left = { servicePointId, day };
    const tickets = await this.openAt(tx, QueueTicket, UNSERVED_STATES).andWhere(left).limit(AT_ONCE).getMany();
    const missed = await held(this.openAt(tx, Appointment, [AppointmentState.BOOKED]))
      .andWhere(left)
      .limit(AT_ONCE)
      .getMany();
    const done: Beside[] = [];
    for (const ticket of tickets) done.push(await endTicket(tx, clock, this.inPlaceOf(ticket), ticket, EXPIRED));
    for (const appointment of missed)
      done.push(await settleAppointment(tx, clock, this.inPlaceOf(appointment), appointment.id, AppointmentAction.MARK_NO_SHOW));
    return asOne(done);
  }

  private async closeWindows(tx: EntityManager, hall: Hall): Promise<Done<true> | null> {
    const { clock, windowIdleMinutes } = this.options;
    await holdQueue(tx, hall.servicePointId, dayOf(clock()));
    const point = await tx.findOneByOrFail(ServicePoint, { id: hall.servicePointId });
    return asOne(await closeWindowsLeftOpen(tx, clock, this.inPlaceOf(hall), point, windowIdleMinutes));
  }

  /** Where windows were left open. */
  private async leftOpen(): Promise<Hall[]> {
    const { database, clock } = this.options;
    const windows = await database.manager.find(ServiceWindow, { where: openedBefore(dayOf(clock())), order: { servicePointId: 'ASC' } });
    return [...new Map(windows.map(({ servicePointId, divisionCode }) => [servicePointId, { servicePointId, divisionCode }])).values()];
  }

  /** The days of which something is left, oldest first. */
  private async due(): Promise<ServiceDay[]> {
    const { manager } = this.options.database;
    const days = await Promise.all([
      this.openAt(manager, QueueTicket, UNSERVED_STATES)
        .select('row.servicePointId', 'servicePointId')
        .addSelect('row.day', 'day')
        .distinct()
        .getRawMany<ServiceDay>(),
      this.openAt(manager, Appointment, [AppointmentState.BOOKED])
        .select('row.servicePointId', 'servicePointId')
        .addSelect('row.day', 'day')
        .distinct()
        .getRawMany<ServiceDay>(),
    ]);
    const each = new Map(days.flat().map(({ servicePointId, day }) => [`${day} ${servicePointId}`, { servicePointId, day }]));
    return [...each].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, serviceDay]) => serviceDay);
  }

  /** Rows in these states of days before today. */
  private openAt<Row extends QueueTicket | Appointment>(manager: EntityManager, entity: EntityTarget<Row>, states: readonly string[]) {
    return manager
      .createQueryBuilder(entity, 'row')
      .where('row.state IN (:...states) AND row.day < :today', { states, today: dayOf(this.options.clock()) });
  }

  private inPlaceOf({ divisionCode }: { readonly divisionCode: string }) {
    return { viewer: systemViewer(this.name, [divisionCode]) };
  }
}

/** Null of nothing. */
const asOne = (done: readonly Beside[]): Done<true> | null => (done.length === 0 ? null : { result: true, ...allOf(done) });
