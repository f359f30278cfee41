import type { Clock } from '@township-graph/shared/clock';
import { sees, type Viewer } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { ServicePoint } from './service-point.entity';
import { outsideDuty, servicePointNotFound } from './service-point.errors';

/** The service point that a command is to act at; refused where the viewer has no duty. Ids are compared again: MariaDB finds "x" for "x ". */
export async function ownPoint(tx: EntityManager, viewer: Viewer, id: string, clock: Clock): Promise<ServicePoint> {
  const point = await tx.findOneBy(ServicePoint, { id });
  if (point?.id !== id) throw servicePointNotFound();
  if (!sees(viewer, point.divisionCode, clock)) throw outsideDuty(point.divisionCode);
  return point;
}
