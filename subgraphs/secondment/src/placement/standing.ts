import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { Placement } from './placement.entity';
import { PlacementKind, PlacementState } from './placement.enums';
import type { RecallBars } from './recall-bars';

export const LIVE: readonly PlacementState[] = [PlacementState.PLANNED, PlacementState.SERVING];

/** Placements that keep somebody elsewhere: who was transferred with the post is at home there. */
export const ELSEWHERE = Not(PlacementKind.TRANSFERRED);

/** What stands against somebody's being placed. */
export interface Standing {
  /** Last day of a ban from selection; null of who has none, though it may be over. */
  readonly banUntil: string | null;
  /** A placement that is planned or goes on; who was transferred is at home there. */
  readonly isPlaced: boolean;
}

/** Of each of these members of staff. */
export async function standingsOf(
  tx: EntityManager,
  staffMemberIds: readonly string[],
  bars: RecallBars,
): Promise<ReadonlyMap<string, Standing>> {
  const staffMemberId = In([...staffMemberIds]);
  const [live, banned, recalled] = [
    await tx.findBy(Placement, { staffMemberId, state: In([...LIVE]), kind: ELSEWHERE }),
    await tx.findBy(Placement, { staffMemberId, banUntil: Not(IsNull()) }),
    await bars.barredFromSelection(tx, staffMemberIds),
  ];
  const placed = new Set(live.map((each) => each.staffMemberId));
  const standingOf = (id: string): Standing => {
    const bans = banned.filter((each) => each.staffMemberId === id).map(({ banUntil }) => banUntil!);
    const until = [...bans, recalled.get(id) ?? []].flat().toSorted();
    return { isPlaced: placed.has(id), banUntil: until.at(-1) ?? null };
  };
  return new Map(staffMemberIds.map((id) => [id, standingOf(id)]));
}
