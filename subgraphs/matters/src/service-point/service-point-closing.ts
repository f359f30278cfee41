import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Acted, Done } from '@township-graph/shared/command/commands';
import type { OutboxEntry } from '@township-graph/shared/command/journal';
import type { RequestContext } from '@township-graph/shared/context';
import { type EntityManager, In } from 'typeorm';
import { AppointmentAction } from '../appointment/appointment.enums';
import { settleAppointment } from '../appointment/appointment-outcome';
import { appointmentsAhead } from '../appointment/appointments-ahead';
import { holdQueue } from '../queue/queue-hold.entity';
import { QueueTicket } from '../queue/queue-ticket.entity';
import { TicketAction, TicketState } from '../queue/queue-ticket.enums';
import { UNSERVED_STATES } from '../queue/queue-ticket.status';
import { endTicket } from '../queue/ticket-end';
import { windowBusy } from '../service-window/service-window.errors';
import { closeWindowsOf } from '../service-window/windows-closed';
import { holdPlan } from './reception-plan-hold';
import { servicePointBusy } from './service-point.errors';

/**
 * Cancels who waits and who has booked, each of them named, and closes the windows; refuses while somebody is served, or waits
 * or will come and is not named. The caller holds the service point; plan and queue are held here, in the order of all commands.
 */
export async function sendAwayAll(
  tx: EntityManager,
  clock: Clock,
  context: RequestContext,
  servicePointId: string,
  named: ReadonlySet<string>,
  note: string,
): Promise<{ readonly on: readonly Acted[]; readonly events: readonly OutboxEntry[] }> {
  const now = clock();
  const day = dayOf(now);
  await holdPlan(tx, servicePointId);
  await holdQueue(tx, servicePointId, day);
  const tickets = await tx.findBy(QueueTicket, { servicePointId, day, state: In([...UNSERVED_STATES, TicketState.SERVING]) });
  const served = tickets.find(({ state }) => state === TicketState.SERVING);
  if (served) throw windowBusy(served.number);
  const appointments = await appointmentsAhead(tx, servicePointId, now);
  const unnamed = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).filter((id) => !named.has(id));
  if (unnamed(tickets).length + unnamed(appointments).length > 0) throw servicePointBusy(unnamed(tickets), unnamed(appointments));

  const done: Pick<Done<unknown>, 'on' | 'events'>[] = [];
  const cancelled = { action: TicketAction.CANCEL, event: 'NUMBER_CANCELLED', outcome: AppointmentAction.GIVE_BACK, note };
  for (const ticket of tickets) done.push(await endTicket(tx, clock, context, ticket, cancelled));
  for (const { id } of appointments) done.push(await settleAppointment(tx, clock, context, id, AppointmentAction.CANCEL, note));
  done.push(...(await closeWindowsOf(tx, clock, context, servicePointId, note)));
  return { on: done.flatMap(({ on }) => on), events: done.flatMap(({ events = [] }) => events) };
}
