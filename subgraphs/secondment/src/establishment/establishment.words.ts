import type { Clock } from '@township-graph/shared/clock';
import { statedText } from '@township-graph/shared/stated-text';
import { sees, type Viewer } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import type { Approval } from './establishment.commands';
import { Establishment } from './establishment.entity';
import { approvalInFuture, establishmentNotFound, numberOutOfRange } from './establishment.errors';

export const MOST_POSTS = 100_000;

export function checkedNumber(field: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw numberOutOfRange(field, least, most);
}

/** The columns of a document, checked. */
export function statedApproval(field: string, { authority, documentNumber, approvedOn }: Approval, today: string) {
  if (approvedOn > today) throw approvalInFuture(`${field}.approvedOn`);
  return {
    approvalAuthority: statedText(`${field}.authority`, authority, 100),
    approvalNumber: statedText(`${field}.documentNumber`, documentNumber, 100),
    approvedOn,
  };
}

/** The establishment, for a command within the viewer's divisions; not yours and not there look the same. */
export async function ownEstablishment(tx: EntityManager, viewer: Viewer, id: string, clock: Clock): Promise<Establishment> {
  const establishment = await tx.findOneBy(Establishment, { id });
  if (establishment?.id !== id || !sees(viewer, establishment.divisionCode, clock)) throw establishmentNotFound();
  return establishment;
}
