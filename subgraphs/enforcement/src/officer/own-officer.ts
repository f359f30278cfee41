import type { Clock } from '@township-graph/shared/clock';
import { sees, type Viewer } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { Officer } from './officer.entity';
import { officerNotFound } from './officer.errors';

/** The officer, for a command within the viewer's divisions; not yours and not there look the same. */
export async function ownOfficer(tx: EntityManager, viewer: Viewer, id: string, clock: Clock): Promise<Officer> {
  const officer = await tx.findOneBy(Officer, { id });
  if (!officer || !sees(viewer, officer.divisionCode, clock)) throw officerNotFound();
  return officer;
}
