import type { Clock } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import type { Beside } from '@township-graph/shared/course/course';
import type { ScopedRepository } from '@township-graph/shared/scoped-repository';
import { moveTimeline, recordStep } from '@township-graph/shared/timeline/timeline';
import { takeTurn } from '@township-graph/shared/turn';
import type { EntityManager } from 'typeorm';
import type { Establishment } from '../establishment/establishment.entity';
import { filledPosts, findPosts, holdPosts } from '../establishment/posts';
import type { HomeMove } from '../staff-member/home-move';
import { StaffMember } from '../staff-member/staff-member.entity';
import { FundingKind } from '../staff-member/staff-member.enums';
import { staffChanged } from '../staff-member/staff-member.events';
import { SecondmentTurn, turnOfStaff } from '../turns';

type Actor = Pick<RequestContext, 'viewer'>;

/** Where a member of staff serves, and has their home, as placements change it. */
export class StaffMoves {
  constructor(
    private readonly staffMembers: ScopedRepository<StaffMember>,
    private readonly homeMove: HomeMove,
    private readonly clock: Clock,
  ) {}

  /** One after the other: nobody is placed twice at once. */
  async hold(tx: EntityManager, id: string): Promise<StaffMember | null> {
    await takeTurn(tx, SecondmentTurn, turnOfStaff(id));
    return tx.findOneBy(StaffMember, { id });
  }

  async serve(tx: EntityManager, actor: Actor, before: StaffMember, divisionCode: string): Promise<Beside> {
    const { id, version } = before;
    await this.staffMembers.change(tx, actor.viewer, { id } as Partial<StaffMember>, version, { divisionCode } as never);
    const subject = { type: 'StaffMember', id, divisionCode };
    await moveTimeline(tx, subject);
    await recordStep(tx, this.clock, actor, subject, { action: 'SERVE', from: before.divisionCode, to: divisionCode });
    const after = Object.assign(new StaffMember(), before, { divisionCode, version: version + 1 });
    return { on: [subject], events: [staffChanged('STAFF_MEMBER_MOVED', after, before)] };
  }

  /** An approved post of the organisation that is free for them, wholly paid by the budget; null if it has none (编制条例§6). */
  async findFreePost(
    tx: EntityManager,
    organCreditCode: string,
    { establishmentKind, fundingKind, ...staff }: StaffMember,
  ): Promise<Establishment | null> {
    await holdPosts(tx, staff.homeDivisionCode.slice(0, 6));
    const posts = await findPosts(tx, { organCreditCode, kind: establishmentKind, fundingKind: fundingKind && FundingKind.FULL });
    return posts && (await filledPosts(tx, posts.id)) < posts.approved ? posts : null;
  }

  /** 办理调动: the post is their home from now on. */
  async rehome(tx: EntityManager, actor: Actor, staff: StaffMember, post: Establishment, action: string): Promise<Beside> {
    const { on, event } = await this.homeMove.carryOut(tx, actor, staff, post, {
      action,
      legalBasis: '地方各级人民政府机构设置和编制管理条例§6',
    });
    return { on: [on], events: [event] };
  }
}
