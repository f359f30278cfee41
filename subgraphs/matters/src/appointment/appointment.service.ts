import { createHash } from 'node:crypto';
import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import { type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { recordStep, type Step } from '@township-graph/shared/timeline/timeline';
import { sees, type Viewer } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { QueueTicket } from '../queue/queue-ticket.entity';
import { doneOnTicket, subjectOfTicket, TAKEN } from '../queue/ticket-done';
import { issueTicket } from '../queue/ticket-issue';
import { checkedName, checkedPhone } from '../queue/visitor.rules';
import { ownPoint } from '../service-point/own-point';
import { holdPlan } from '../service-point/reception-plan-hold';
import { Appointment } from './appointment.entity';
import { AppointmentAction } from './appointment.enums';
import { alreadyBooked, appointmentNotFound, noAppointments } from './appointment.errors';
import type { AppointmentRepository } from './appointment.repository';
import { APPOINTMENT_MOVES } from './appointment.status';
import { doneOnAppointment, subjectOfAppointment } from './appointment-outcome';
import { kindOf, refuseMatterElsewhere } from './booked-matter';
import { freeSeat, takeSeat } from './seats';
import { chosenSlot } from './slot-choice.rules';

export interface BookAppointment {
  readonly idempotencyKey?: string | null;
  readonly servicePointId: string;
  readonly day: string;
  readonly slot: string;
  readonly visitorName: string;
  readonly visitorPhone: string;
  readonly matterId?: string | null;
}

/** A command on one appointment, as it was read. */
export interface AppointmentCommand {
  readonly idempotencyKey?: string | null;
  readonly appointmentId: string;
  readonly expectedVersion: number;
}

export interface CheckedIn {
  readonly appointment: Appointment;
  readonly ticket: QueueTicket;
}

/** Commands on appointments. */
export class AppointmentService {
  private readonly asKept: ResultForm<Appointment>;
  private readonly bothAsKept: ResultForm<CheckedIn>;

  constructor(
    private readonly commands: Commands,
    private readonly appointments: AppointmentRepository,
    private readonly clock: Clock,
  ) {
    const asKept = rowResult(appointments.manager, Appointment);
    const ticketAsKept = rowResult(appointments.manager, QueueTicket);
    this.asKept = asKept;
    this.bothAsKept = {
      keep: ({ appointment, ticket }) => JSON.stringify([asKept.keep(appointment), ticketAsKept.keep(ticket)]),
      revive(kept) {
        const [appointment, ticket] = JSON.parse(kept) as [string, string];
        return { appointment: asKept.revive(appointment), ticket: ticketAsKept.revive(ticket) };
      },
    };
  }

  bookAppointment(context: RequestContext, input: BookAppointment): Promise<Appointment> {
    const { day } = input;
    const matterId = input.matterId ?? null;
    return this.commands.run(context, {
      name: 'bookAppointment',
      needs: 'matters:handle',
      input,
      result: this.asKept,
      work: async (tx) => {
        const bookedAt = this.clock();
        const point = await ownPoint(tx, context.viewer, input.servicePointId, this.clock);
        const visitor = { visitorName: checkedName(input.visitorName), visitorPhone: checkedPhone(input.visitorPhone) };
        const plan = await holdPlan(tx, point.id);
        if (!plan) throw noAppointments();
        const { starts: slot, startsAt, endsAt } = chosenSlot(point, plan, day, input.slot, bookedAt);
        if (matterId) await refuseMatterElsewhere(tx, matterId, point, day);
        const key = { servicePointId: point.id, day, slot };
        const holder = holderOf(visitor);
        if (await tx.existsBy(Appointment, { ...key, holder })) throw alreadyBooked();
        await takeSeat(tx, key, plan.slotCapacity);
        const appointment = Object.assign(new Appointment(), NEW_APPOINTMENT, key, visitor, {
          id: uuid(),
          divisionCode: point.divisionCode,
          startsAt,
          endsAt,
          matterId,
          holder,
          bookedAt,
        });
        await tx.insert(Appointment, appointment);
        await recordStep(tx, this.clock, context, subjectOfAppointment(appointment), BOOKED);
        return doneOnAppointment(appointment, 'APPOINTMENT_BOOKED');
      },
    });
  }

  /** Calls an appointment off; its place can be booked again. */
  cancelAppointment(context: RequestContext, input: AppointmentCommand): Promise<Appointment> {
    return this.move(context, 'cancelAppointment', input, async (tx, appointment, now) => {
      const { servicePointId, day, slot } = appointment;
      await holdPlan(tx, servicePointId);
      await this.change(tx, context, input, appointment, AppointmentAction.CANCEL, { holder: null, endedAt: now });
      await freeSeat(tx, { servicePointId, day, slot });
    });
  }

  markAppointmentNoShow(context: RequestContext, input: AppointmentCommand): Promise<Appointment> {
    return this.move(context, 'markAppointmentNoShow', input, (tx, appointment, now) =>
      this.change(tx, context, input, appointment, AppointmentAction.MARK_NO_SHOW, { endedAt: now }),
    );
  }

  /** Who has come gets a number that is called before those without an appointment. */
  checkInAppointment(context: RequestContext, input: AppointmentCommand): Promise<CheckedIn> {
    const { viewer } = context;
    return this.commands.run(context, {
      name: 'checkInAppointment',
      needs: 'matters:handle',
      input,
      result: this.bothAsKept,
      work: async (tx) => {
        const now = this.clock();
        const { id, servicePointId, divisionCode, matterId, visitorName, visitorPhone, ...rest } = await this.ownAppointment(
          tx,
          viewer,
          input,
        );
        // Refused before a number is given out; the queue is held from there on.
        APPOINTMENT_MOVES.next(rest.state, AppointmentAction.CHECK_IN, { startsAt: rest.startsAt, endsAt: rest.endsAt, now });
        const kind = await kindOf(tx, matterId, dayOf(now));
        const wanted = { servicePointId, divisionCode, kind, visitorName, visitorPhone, appointmentId: id, takenAt: now };
        const ticket = await issueTicket(tx, wanted);
        await recordStep(tx, this.clock, context, subjectOfTicket(ticket), TAKEN);
        const appointment = await this.ownAppointment(tx, viewer, input);
        await this.change(tx, context, input, appointment, AppointmentAction.CHECK_IN, { checkedInAt: now });
        const checkedIn = { appointment: await tx.findOneByOrFail(Appointment, { id }), ticket };
        return bothDone(checkedIn);
      },
    });
  }

  private move(
    context: RequestContext,
    name: string,
    input: AppointmentCommand,
    act: (tx: EntityManager, appointment: Appointment, now: Date) => Promise<void>,
  ): Promise<Appointment> {
    return this.commands.run(context, {
      name,
      needs: 'matters:handle',
      input,
      result: this.asKept,
      work: async (tx) => {
        const appointment = await this.ownAppointment(tx, context.viewer, input);
        await act(tx, appointment, this.clock());
        const moved = await tx.findOneByOrFail(Appointment, { id: appointment.id });
        return doneOnAppointment(moved, `APPOINTMENT_${moved.state}`);
      },
    });
  }

  private async change(
    tx: EntityManager,
    context: RequestContext,
    { expectedVersion }: AppointmentCommand,
    appointment: Appointment,
    action: AppointmentAction,
    change: Partial<Pick<Appointment, 'holder' | 'checkedInAt' | 'endedAt'>>,
  ): Promise<void> {
    const { id, state: from, startsAt, endsAt } = appointment;
    const to = APPOINTMENT_MOVES.next(from, action, { startsAt, endsAt, now: this.clock() });
    await this.appointments.change(tx, context.viewer, { id }, expectedVersion, { ...change, state: to });
    await recordStep(tx, this.clock, context, subjectOfAppointment(appointment), { action, from, to });
  }

  private async ownAppointment(tx: EntityManager, viewer: Viewer, { appointmentId: id }: AppointmentCommand): Promise<Appointment> {
    const appointment = await tx.findOneBy(Appointment, { id });
    if (appointment?.id !== id || !sees(viewer, appointment.divisionCode, this.clock)) throw appointmentNotFound();
    return appointment;
  }
}

const BOOKED: Step = { action: 'BOOK', from: null, to: APPOINTMENT_MOVES.initial };
const NEW_APPOINTMENT = { state: APPOINTMENT_MOVES.initial, checkedInAt: null, endedAt: null, version: 1 } as const;

/** Tells one person from another, without a column more that shows who. */
function holderOf({ visitorName, visitorPhone }: Pick<Appointment, 'visitorName' | 'visitorPhone'>): string {
  return createHash('sha256')
    .update(`${visitorPhone} ${visitorName.replace(/\s/g, '')}`)
    .digest('hex');
}

function bothDone(result: CheckedIn): Done<CheckedIn> {
  const appointment = doneOnAppointment(result.appointment, 'APPOINTMENT_CHECKED_IN');
  const ticket = doneOnTicket(result.ticket, 'NUMBER_TAKEN');
  return { result, on: [...appointment.on, ...ticket.on], events: [...(appointment.events ?? []), ...(ticket.events ?? [])] };
}
