import type { Clock } from '@township-graph/shared/clock';
import { held, unchanging } from '@township-graph/shared/held';
import { sees, type Viewer } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { ServicePoint } from './service-point.entity';
import { ServicePointState } from './service-point.enums';
import { outsideDuty, servicePointClosed, servicePointNotFound } from './service-point.errors';

/**
 * The service point that a command is to act at; refused where the viewer has no duty, and where nothing goes on any more.
 * Nobody changes it until the transaction ends, so that it is not closed under somebody who takes a number there.
 */
export async function ownPoint(tx: EntityManager, viewer: Viewer, id: string, clock: Clock): Promise<ServicePoint> {
  const point = checkedPoint(await unchanging(pointOf(tx, id)).getOne(), id, viewer, clock);
  if (point.state === ServicePointState.CLOSED) throw servicePointClosed(point.closedOn);
  return point;
}

/** The same for a command that changes it, whatever its state: nobody acts there until the transaction ends. */
export async function heldPoint(tx: EntityManager, viewer: Viewer, id: string, clock: Clock): Promise<ServicePoint> {
  return checkedPoint(await held(pointOf(tx, id)).getOne(), id, viewer, clock);
}

const pointOf = (tx: EntityManager, id: string) => tx.createQueryBuilder(ServicePoint, 'point').where('point.id = :id', { id });

/** Ids are compared again: MariaDB finds "x" for "x ". */
function checkedPoint(point: ServicePoint | null, id: string, viewer: Viewer, clock: Clock): ServicePoint {
  if (point?.id !== id) throw servicePointNotFound();
  if (!sees(viewer, point.divisionCode, clock)) throw outsideDuty(point.divisionCode);
  return point;
}
