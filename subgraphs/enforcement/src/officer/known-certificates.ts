import { type EntityManager, IsNull } from 'typeorm';
import { StaffCertificate } from './staff-certificate.entity';

/** The enforcement certificates of a member of staff that are valid on the day or later, the one that ends first before the others. */
export async function knownCertificates(tx: EntityManager, staffMemberId: string, day: string): Promise<StaffCertificate[]> {
  const known = await tx.find(StaffCertificate, { where: { staffMemberId, revokedOn: IsNull() }, order: { validTo: 'ASC', id: 'ASC' } });
  return known.filter(({ validTo }) => validTo >= day);
}
