import type { Clock } from '@township-graph/shared/clock';
import { sees, type Viewer } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { ReceptionPlan } from '../service-point/reception-plan.entity';
import { ticketNotFound } from './queue.errors';
import { holdQueue } from './queue-hold.entity';
import { QueueTicket } from './queue-ticket.entity';
import type { Calls } from './queue-ticket.status';

/** The number as it stands while its queue is held; NOT_FOUND for one outside the viewer's divisions. */
export async function holdTicket(tx: EntityManager, viewer: Viewer, id: string, clock: Clock): Promise<QueueTicket> {
  const found = await tx.findOneBy(QueueTicket, { id });
  // Ids are compared again: MariaDB finds "x" for "x ".
  if (found?.id !== id || !sees(viewer, found.divisionCode, clock)) throw ticketNotFound();
  await holdQueue(tx, found.servicePointId, found.day);
  return tx.findOneByOrFail(QueueTicket, { id });
}

export async function callsOf(tx: EntityManager, { servicePointId, divisionCode, callCount }: QueueTicket): Promise<Calls> {
  const plan = (await tx.findOneBy(ReceptionPlan, { servicePointId })) ?? ReceptionPlan.standard(servicePointId, divisionCode);
  return { made: callCount, needed: plan.callsBeforeNoShow };
}
