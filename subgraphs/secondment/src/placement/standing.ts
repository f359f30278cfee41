import { type EntityManager, In, Not } from 'typeorm';
import { Placement } from './placement.entity';
import { PlacementKind, PlacementState } from './placement.enums';

export const LIVE: readonly PlacementState[] = [PlacementState.PLANNED, PlacementState.SERVING];

/** What stands against somebody's being placed: a ban, and a placement that is planned or goes on; who was transferred is at home there. */
export async function standingOf(tx: EntityManager, staffMemberId: string): Promise<{ banUntil: string | null; isPlaced: boolean }> {
  const isPlaced = await tx.existsBy(Placement, { staffMemberId, state: In([...LIVE]), kind: Not(PlacementKind.TRANSFERRED) });
  const latest = await tx
    .createQueryBuilder(Placement, 'placement')
    .select('MAX(placement.banUntil)', 'until')
    .where({ staffMemberId })
    .getRawOne<{ until: string | null }>();
  return { isPlaced, banUntil: latest?.until ?? null };
}
