import { type EntityManager, type FindOptionsWhere, In } from 'typeorm';
import { unapprovedVeto } from './catalogue.errors';
import { VetoItem } from './veto-item.entity';

/** Refuses codes that none of these lists has: what decides by itself is approved. */
export async function refuseUnapprovedVetoes(tx: EntityManager, of: FindOptionsWhere<VetoItem>, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  const approved = await tx.findBy(VetoItem, { ...of, code: In([...codes]) });
  const unapproved = codes.filter((code) => !approved.some((veto) => veto.code === code));
  if (unapproved.length > 0) throw unapprovedVeto(unapproved);
}
