import type { Clock } from '@township-graph/shared/clock';
import type { Commands } from '@township-graph/shared/command/commands';
import { type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import { AppointmentAction } from '../appointment/appointment.enums';
import { settleAppointment } from '../appointment/appointment-outcome';
import type { MatterKind } from '../matter/matter.enums';
import { servesLaterThan } from '../service-point/opening-hours.rules';
import { ownPoint } from '../service-point/own-point';
import { callsOf, holdTicket } from './held-ticket';
import { pointClosed } from './queue.errors';
import type { TicketCommand } from './queue-calling.service';
import { QueueTicket } from './queue-ticket.entity';
import { TicketAction } from './queue-ticket.enums';
import type { QueueTicketRepository } from './queue-ticket.repository';
import { TICKET_MOVES } from './queue-ticket.status';
import { doneOnTicket, subjectOfTicket, TAKEN, withOutcome } from './ticket-done';
import { issueTicket } from './ticket-issue';
import { checkedName, checkedPhone } from './visitor.rules';

export interface TakeNumber {
  readonly idempotencyKey?: string | null;
  readonly servicePointId: string;
  readonly kind?: MatterKind | null;
  readonly visitorName?: string | null;
  readonly visitorPhone?: string | null;
}

/** How one gets into a queue, and out of it again. */
export class QueueEntryService {
  private readonly asKept: ResultForm<QueueTicket>;

  constructor(
    private readonly commands: Commands,
    private readonly tickets: QueueTicketRepository,
    private readonly clock: Clock,
  ) {
    this.asKept = rowResult(tickets.manager, QueueTicket);
  }

  takeNumber(context: RequestContext, input: TakeNumber): Promise<QueueTicket> {
    return this.commands.run(context, {
      name: 'takeNumber',
      needs: 'matters:handle',
      input,
      result: this.asKept,
      work: async (tx) => {
        const takenAt = this.clock();
        const point = await ownPoint(tx, context.viewer, input.servicePointId, this.clock);
        if (!servesLaterThan(point, takenAt)) throw pointClosed();
        const ticket = await issueTicket(tx, {
          servicePointId: point.id,
          divisionCode: point.divisionCode,
          kind: input.kind ?? null,
          visitorName: input.visitorName ? checkedName(input.visitorName) : null,
          visitorPhone: input.visitorPhone ? checkedPhone(input.visitorPhone) : null,
          appointmentId: null,
          takenAt,
        });
        await recordStep(tx, this.clock, context, subjectOfTicket(ticket), TAKEN);
        return doneOnTicket(ticket, 'NUMBER_TAKEN');
      },
    });
  }

  /** Gives a number back, for somebody who leaves; an appointment behind it is over too. */
  cancelNumber(context: RequestContext, input: TicketCommand): Promise<QueueTicket> {
    const { ticketId: id, expectedVersion } = input;
    return this.commands.run(context, {
      name: 'cancelNumber',
      needs: 'matters:handle',
      input,
      result: this.asKept,
      work: async (tx) => {
        const ticket = await holdTicket(tx, context.viewer, id, this.clock);
        const state = TICKET_MOVES.next(ticket.state, TicketAction.CANCEL, await callsOf(tx, ticket));
        await this.tickets.change(tx, context.viewer, { id }, expectedVersion, { state, endedAt: this.clock() });
        const step = { action: TicketAction.CANCEL, from: ticket.state, to: state };
        await recordStep(tx, this.clock, context, subjectOfTicket(ticket), step);
        const done = doneOnTicket(await tx.findOneByOrFail(QueueTicket, { id }), 'NUMBER_CANCELLED');
        return withOutcome(done, await settleAppointment(tx, this.clock, context, ticket.appointmentId, AppointmentAction.GIVE_BACK));
      },
    });
  }
}
