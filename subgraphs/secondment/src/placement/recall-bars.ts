import { type Clock, dayOf } from '@township-graph/shared/clock';
import { type EntityManager, In } from 'typeorm';
import type { Periods } from '../periods';
import { Recall } from '../recall/recall.entity';
import { RecallState } from '../recall/recall.enums';
import type { StaffMember } from '../staff-member/staff-member.entity';
import { Placement } from './placement.entity';
import { barredFromPromotion } from './recall-bars.errors';
import { BarKind } from './staff-bar.type';

/** What a recall keeps somebody out of, both days included. */
interface RecallBar {
  readonly staffMemberId: string;
  readonly kind: BarKind.MERIT | BarKind.PROMOTION;
  readonly from: string;
  readonly until: string;
}

/** Of each of these members of staff, whenever they were recalled. */
export async function recallBarsOf(manager: EntityManager, staffMemberIds: readonly string[]): Promise<RecallBar[]> {
  const recalls = await manager.findBy(Recall, { staffMemberId: In([...staffMemberIds]), state: RecallState.RECALLED });
  if (recalls.length === 0) return [];
  const ended = await manager.findBy(Placement, { id: In(recalls.map(({ placementId }) => placementId)) });
  const days = new Map(ended.map(({ id, endedOn }) => [id, endedOn!]));
  return recalls.flatMap(({ staffMemberId, placementId, barsMeritUntil, barsPromotionUntil }): RecallBar[] => {
    const barred = { staffMemberId, from: days.get(placementId)! };
    return [
      { ...barred, kind: BarKind.MERIT, until: barsMeritUntil! },
      { ...barred, kind: BarKind.PROMOTION, until: barsPromotionUntil! },
    ];
  });
}

/** What a recall keeps people out of. How long, and whether out of more than 评优 and 职级晋升, a county sets. */
export class RecallBars {
  constructor(
    private readonly settings: Periods['recallBars'],
    private readonly clock: Clock,
  ) {}

  /** Until when somebody cannot be excellent for a year: barred when it ended, or now that it is judged. Null of whom nothing bars. */
  async meritBarredUntil(tx: EntityManager, staffMemberId: string, year: number): Promise<string | null> {
    return untilOf(await recallBarsOf(tx, [staffMemberId]), BarKind.MERIT, [`${year}-12-31`, this.today()]);
  }

  /** On the day that it is decided, and on the one from which it has effect. */
  async refusePromotion(tx: EntityManager, staffMemberId: string, effectiveOn = this.today()): Promise<void> {
    const until = untilOf(await recallBarsOf(tx, [staffMemberId]), BarKind.PROMOTION, [this.today(), effectiveOn]);
    if (until !== null) throw barredFromPromotion(until);
  }

  /** 提拔: a leading post of who has none, where the county counts that as promotion. */
  async refuseLeadingPost(tx: EntityManager, { id, isLeading }: StaffMember, effectiveOn: string): Promise<void> {
    if (!isLeading && this.settings.leadingPosts) await this.refusePromotion(tx, id, effectiveOn);
  }

  /** Whom a recall keeps out of selection, in a county that rules so, and until when. */
  async barredFromSelection(tx: EntityManager, staffMemberIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (!this.settings.selection) return new Map();
    const bars = await recallBarsOf(tx, staffMemberIds);
    const today = this.today();
    return new Map(
      staffMemberIds.flatMap((id): [string, string][] => {
        const until = untilOf(
          bars.filter(({ staffMemberId }) => staffMemberId === id),
          BarKind.PROMOTION,
          [today],
        );
        return until === null ? [] : [[id, until]];
      }),
    );
  }

  private today(): string {
    return dayOf(this.clock());
  }
}

/** The latest day of those bars that are in force on one of the days. */
function untilOf(bars: readonly RecallBar[], kind: BarKind, days: readonly string[]): string | null {
  const inForce = bars.filter((bar) => bar.kind === kind && days.some((day) => bar.from <= day && day <= bar.until));
  return (
    inForce
      .map(({ until }) => until)
      .toSorted()
      .at(-1) ?? null
  );
}
