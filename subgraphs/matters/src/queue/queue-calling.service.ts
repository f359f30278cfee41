import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Commands } from '@township-graph/shared/command/commands';
import { type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import { type EntityManager, In } from 'typeorm';
import { AppointmentAction } from '../appointment/appointment.enums';
import { settleAppointment } from '../appointment/appointment-outcome';
import { ownWindow, windowOfClerk } from '../service-window/own-window';
import { ServiceWindow } from '../service-window/service-window.entity';
import { WindowState } from '../service-window/service-window.enums';
import { windowBusy } from '../service-window/service-window.errors';
import { callsOf, holdTicket } from './held-ticket';
import { queueEmpty, transferNowhere } from './queue.errors';
import { holdQueue } from './queue-hold.entity';
import { QueueTicket } from './queue-ticket.entity';
import { TicketAction } from './queue-ticket.enums';
import type { QueueTicketRepository } from './queue-ticket.repository';
import { AT_WINDOW, TICKET_MOVES } from './queue-ticket.status';
import { doneOnTicket, subjectOfTicket, withOutcome } from './ticket-done';

export interface CallNextNumber {
  readonly idempotencyKey?: string | null;
  readonly windowId: string;
}

/** A command on one number, as it was read. */
export interface TicketCommand {
  readonly idempotencyKey?: string | null;
  readonly ticketId: string;
  readonly expectedVersion: number;
}

export interface TransferNumber extends TicketCommand {
  readonly toWindowId: string;
}

/** What a number changes in, the version apart: that is the repository's to raise. */
type Change = Partial<Omit<QueueTicket, 'version'>>;

/** A move of the number at one's window. */
interface Move {
  readonly name: string;
  readonly action: TicketAction;
  readonly event: string;
  readonly change: (ticket: QueueTicket, now: Date) => Change;
  /** Refuses by what the table of moves does not know. */
  readonly unless?: (tx: EntityManager, ticket: QueueTicket) => Promise<void>;
  /** What becomes of the appointment behind it. */
  readonly outcome?: AppointmentAction;
}

/**
 * What a clerk at a window does with numbers, one at a time. Every command holds the queue first, so that two windows
 * never choose at the same time, and of what was chosen nothing can change before it is saved.
 */
export class QueueCallingService {
  private readonly asKept: ResultForm<QueueTicket>;

  constructor(
    private readonly commands: Commands,
    private readonly tickets: QueueTicketRepository,
    private readonly clock: Clock,
  ) {
    this.asKept = rowResult(tickets.manager, QueueTicket);
  }

  callNextNumber(context: RequestContext, input: CallNextNumber): Promise<QueueTicket> {
    const { viewer } = context;
    return this.commands.run(context, {
      name: 'callNextNumber',
      needs: 'matters:handle',
      input,
      result: this.asKept,
      work: async (tx) => {
        const calledAt = this.clock();
        const today = dayOf(calledAt);
        const { id, servicePointId } = await ownWindow(tx, viewer, input.windowId, this.clock);
        await holdQueue(tx, servicePointId, today);
        const window = await windowOfClerk(tx, viewer, id);
        const present = await tx.findOneBy(QueueTicket, { windowId: id, day: today, state: In(AT_WINDOW) });
        if (present) throw windowBusy(present.number);
        const next = await this.tickets.nextFor(tx, window, today);
        if (!next) throw queueEmpty();
        const state = TICKET_MOVES.next(next.state, TicketAction.CALL, await callsOf(tx, next));
        const called = { state, windowId: id, clerk: viewer.subject, callCount: 1, calledAt };
        await this.save(tx, context, next, next.version, TicketAction.CALL, called);
        return doneOnTicket(await tx.findOneByOrFail(QueueTicket, { id: next.id }), 'NUMBER_CALLED');
      },
    });
  }

  callAgain(context: RequestContext, input: TicketCommand): Promise<QueueTicket> {
    return this.move(context, input, {
      name: 'callAgain',
      action: TicketAction.CALL_AGAIN,
      event: 'NUMBER_CALLED',
      change: ({ callCount }, now) => ({ callCount: callCount + 1, calledAt: now }),
    });
  }

  startServing(context: RequestContext, input: TicketCommand): Promise<QueueTicket> {
    return this.move(context, input, {
      name: 'startServing',
      action: TicketAction.START,
      event: 'SERVING_STARTED',
      change: (_, now) => ({ servingAt: now }),
    });
  }

  finishServing(context: RequestContext, input: TicketCommand): Promise<QueueTicket> {
    return this.move(context, input, {
      name: 'finishServing',
      action: TicketAction.FINISH,
      event: 'NUMBER_SERVED',
      change: (_, now) => ({ endedAt: now }),
      outcome: AppointmentAction.SERVE,
    });
  }

  markNoShow(context: RequestContext, input: TicketCommand): Promise<QueueTicket> {
    return this.move(context, input, {
      name: 'markNoShow',
      action: TicketAction.MARK_NO_SHOW,
      event: 'NUMBER_MISSED',
      change: (_, now) => ({ endedAt: now }),
      outcome: AppointmentAction.MISS_CALL,
    });
  }

  /** Sends whoever stands at the window to another one, where they come up at the place that they had. */
  transferNumber(context: RequestContext, input: TransferNumber): Promise<QueueTicket> {
    const { toWindowId } = input;
    return this.move(context, input, {
      name: 'transferNumber',
      action: TicketAction.TRANSFER,
      event: 'NUMBER_TRANSFERRED',
      change: () => ({ windowId: toWindowId, clerk: null, callCount: 0, calledAt: null, servingAt: null }),
      unless: (tx, ticket) => refuseNowhere(tx, ticket, toWindowId),
    });
  }

  private move(
    context: RequestContext,
    input: TicketCommand,
    { name, action, event, change, unless, outcome }: Move,
  ): Promise<QueueTicket> {
    const { viewer } = context;
    const { ticketId: id, expectedVersion } = input;
    return this.commands.run(context, {
      name,
      needs: 'matters:handle',
      input,
      result: this.asKept,
      work: async (tx) => {
        const ticket = await holdTicket(tx, viewer, id, this.clock);
        const state = TICKET_MOVES.next(ticket.state, action, await callsOf(tx, ticket));
        await windowOfClerk(tx, viewer, ticket.windowId!);
        await unless?.(tx, ticket);
        await this.save(tx, context, ticket, expectedVersion, action, { ...change(ticket, this.clock()), state });
        const done = doneOnTicket(await tx.findOneByOrFail(QueueTicket, { id }), event);
        return outcome ? withOutcome(done, await settleAppointment(tx, this.clock, context, ticket.appointmentId, outcome)) : done;
      },
    });
  }

  private async save(
    tx: EntityManager,
    context: RequestContext,
    ticket: QueueTicket,
    expectedVersion: number,
    action: TicketAction,
    change: Change & Pick<QueueTicket, 'state'>,
  ): Promise<void> {
    await this.tickets.change(tx, context.viewer, { id: ticket.id }, expectedVersion, change);
    await recordStep(tx, this.clock, context, subjectOfTicket(ticket), { action, from: ticket.state, to: change.state });
  }
}

/** A number that waits for a closed window would wait for ever. */
async function refuseNowhere(tx: EntityManager, { windowId, servicePointId }: QueueTicket, toWindowId: string): Promise<void> {
  const target = await tx.findOneBy(ServiceWindow, { id: toWindowId, servicePointId });
  if (target?.id !== toWindowId || toWindowId === windowId || target.state === WindowState.CLOSED) throw transferNowhere();
}
