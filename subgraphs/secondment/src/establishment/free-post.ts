import type { EntityManager } from 'typeorm';
import type { StaffMember } from '../staff-member/staff-member.entity';

export async function hasFreePost(_tx: EntityManager, _hostCreditCode: string, _staff: StaffMember): Promise<boolean> {
  return true;
}
