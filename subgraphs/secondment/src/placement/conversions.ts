import { dayOf } from '@township-graph/shared/clock';
import type { Done } from '@township-graph/shared/command/commands';
import type { RequestContext } from '@township-graph/shared/context';
import { type Beside, together } from '@township-graph/shared/course/course';
import { DomainError } from '@township-graph/shared/errors';
import { type EntityManager, In, Not } from 'typeorm';
import { hasLeft } from '../staff-member/staff-member.errors';
import { Placement } from './placement.entity';
import { PlacementAction } from './placement.enums';
import { atHome, noFreePost, placedAlready } from './placement.errors';
import type { PlacementCourse } from './placement.kind';
import type { StaffMoves } from './staff-moves';
import { ELSEWHERE, LIVE } from './standing';

type Actor = Pick<RequestContext, 'viewer'>;

/**
 * 转编: what an excellent year has earned. It waits for a free post as long as it takes, beyond the last day of the placement; it lapses
 * when they are returned or recalled, leave, waive it, or are converted by another placement.
 */
export class Conversions {
  constructor(
    private readonly placements: PlacementCourse,
    private readonly staff: StaffMoves,
  ) {}

  /** 转乡镇全供并办理调动, if the township's organisation has an approved post free; else what stands against it, and it waits. */
  async convert(tx: EntityManager, actor: Actor, placement: Placement): Promise<Done<Placement> | DomainError> {
    const { id, staffMemberId, hostCreditCode } = placement;
    const staff = (await this.staff.hold(tx, staffMemberId))!;
    if (staff.leftOn !== null) return hasLeft(staff.leftOn);
    if (staff.homeCreditCode === hostCreditCode) return atHome();
    // Who was sent elsewhere since has to come back first: nobody is moved out of a placement that goes on.
    const other = { staffMemberId, id: Not(id), state: In([...LIVE]), kind: ELSEWHERE };
    if (await tx.existsBy(Placement, other)) return placedAlready(staffMemberId);
    const post = await this.staff.findFreePost(tx, hostCreditCode, staff);
    if (!post) return noFreePost();
    const change = { endedOn: placement.endedOn ?? dayOf(this.placements.clock()), isConversionDue: false };
    const converted = await this.placements.move(tx, actor, placement, PlacementAction.CONVERT, change);
    const rehomed = await this.staff.rehome(tx, actor, staff, post, 'CONVERT');
    return together(converted, [rehomed, ...(await this.lapseAll(tx, actor, staffMemberId, '已在其他下沉岗位转编'))]);
  }

  /** Every conversion that somebody still waits for, and why it is none any more. */
  async lapseAll(tx: EntityManager, actor: Actor, staffMemberId: string, note: string): Promise<Beside[]> {
    const waiting = await tx.findBy(Placement, { staffMemberId, isConversionDue: true });
    const lapsed: Beside[] = [];
    for (const each of waiting)
      lapsed.push(await this.placements.move(tx, actor, each, PlacementAction.LAPSE, { isConversionDue: false }, note));
    return lapsed;
  }
}
