import type { Clock } from '@township-graph/shared/clock';
import { sees, type Viewer } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { StaffMember } from './staff-member.entity';
import { hasLeft, staffMemberNotFound } from './staff-member.errors';

/** Somebody who serves in the viewer's divisions, for a command; not yours and not there look the same. */
export async function ownStaffMember(tx: EntityManager, viewer: Viewer, id: string, clock: Clock): Promise<StaffMember> {
  const member = await tx.findOneBy(StaffMember, { id });
  if (member?.id !== id || !sees(viewer, member.divisionCode, clock)) throw staffMemberNotFound();
  return member;
}

/** The same, of who has not left. */
export async function servingStaffMember(tx: EntityManager, viewer: Viewer, id: string, clock: Clock): Promise<StaffMember> {
  const member = await ownStaffMember(tx, viewer, id, clock);
  if (member.leftOn !== null) throw hasLeft(member.leftOn);
  return member;
}
