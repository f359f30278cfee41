import { type EntityManager, In } from 'typeorm';
import { InspectionCheck } from './inspection-check.entity';
import { InspectionItem } from './inspection-item.entity';
import type { JointInspection } from './joint-inspection.entity';
import { InspectionGround } from './joint-inspection.enums';
import { overCap } from './joint-inspection.errors';
import { checkItemIds, checkListed } from './joint-inspection.rules';

/** The items, if all of them are in the list of the place. */
export async function listedItems(tx: EntityManager, itemIds: readonly string[], place: string): Promise<InspectionItem[]> {
  checkItemIds(itemIds);
  const items = await tx.find(InspectionItem, { where: { id: In([...itemIds]) }, order: { code: 'ASC' } });
  checkListed(items, itemIds, place);
  return items;
}

/** The items as they are inspected in the visit. The cap counts what is planned, and nothing that a clue made necessary. */
export function checksOf({ id: inspectionId, partyKey, ground }: JointInspection, items: readonly InspectionItem[], today: string) {
  const countedFor = ground === InspectionGround.PLAN ? `${today.slice(0, 4)}:${partyKey}` : null;
  return items.map(({ id: itemId, name: itemName, authorityCreditCode, authorityName }) =>
    Object.assign(new InspectionCheck(), {
      inspectionId,
      itemId,
      itemName,
      authorityCreditCode,
      authorityName,
      countedFor,
      result: null,
      finding: null,
      followedUpOn: null,
      caseId: null,
    }),
  );
}

export function checksOn(tx: EntityManager, inspectionId: string): Promise<InspectionCheck[]> {
  return tx.find(InspectionCheck, { where: { inspectionId }, order: { itemId: 'ASC' } });
}

/** Visits that each authority has planned and made of the target this year; one more must be within the cap. */
export async function refuseOverCap(tx: EntityManager, checks: readonly InspectionCheck[], cap: number): Promise<void> {
  const countedFor = checks[0]?.countedFor;
  if (!countedFor) return;
  const authorities = [...new Set(checks.map(({ authorityCreditCode }) => authorityCreditCode))];
  const counted = await tx
    .createQueryBuilder(InspectionCheck, 'c')
    .select('c.authorityCreditCode', 'authority')
    .where('c.countedFor = :countedFor AND c.authorityCreditCode IN (:...authorities)', { countedFor, authorities })
    .groupBy('c.authorityCreditCode')
    .having('COUNT(DISTINCT c.inspectionId) >= :cap', { cap })
    .getRawMany<{ authority: string }>();
  if (counted.length > 0) throw overCap(counted.map(({ authority }) => authority).toSorted(), cap);
}
