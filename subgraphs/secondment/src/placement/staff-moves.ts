import type { Clock } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import { allOf, type Beside } from '@township-graph/shared/course/course';
import type { ScopedRepository } from '@township-graph/shared/scoped-repository';
import { moveTimelines, recordSteps } from '@township-graph/shared/timeline/timeline';
import { holdTurns } from '@township-graph/shared/turn';
import { type EntityManager, In } from 'typeorm';
import type { Establishment } from '../establishment/establishment.entity';
import { filledPosts, findPosts, holdPosts } from '../establishment/posts';
import type { HomeMove } from '../staff-member/home-move';
import { StaffMember } from '../staff-member/staff-member.entity';
import { FundingKind } from '../staff-member/staff-member.enums';
import { staffChanged } from '../staff-member/staff-member.events';
import { SecondmentTurn, turnOfStaff } from '../turns';

type Actor = Pick<RequestContext, 'viewer'>;

/** Somebody, and where they serve from now on. */
export interface ServiceMove {
  readonly before: StaffMember;
  readonly divisionCode: string;
}

/** Where a member of staff serves, and has their home, as placements change it. */
export class StaffMoves {
  constructor(
    private readonly staffMembers: ScopedRepository<StaffMember>,
    private readonly homeMove: HomeMove,
    private readonly clock: Clock,
  ) {}

  /** One after the other: nobody is placed twice at once. */
  async hold(tx: EntityManager, id: string): Promise<StaffMember | null> {
    return (await this.holdAll(tx, [id])).get(id) ?? null;
  }

  async holdAll(tx: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, StaffMember>> {
    await holdTurns(tx, SecondmentTurn, ids.map(turnOfStaff));
    return new Map((await tx.findBy(StaffMember, { id: In([...ids]) })).map((staff) => [staff.id, staff]));
  }

  serve(tx: EntityManager, actor: Actor, before: StaffMember, divisionCode: string): Promise<Beside> {
    return this.serveAll(tx, actor, [{ before, divisionCode }]);
  }

  /** In a few statements for each division. */
  async serveAll(tx: EntityManager, actor: Actor, moves: readonly ServiceMove[]): Promise<Beside> {
    for (const divisionCode of new Set(moves.map((move) => move.divisionCode))) {
      const there = moves.filter((move) => move.divisionCode === divisionCode).map(({ before }) => before);
      await this.staffMembers.changeAll(tx, actor.viewer, there, { divisionCode } as never);
      await moveTimelines(
        tx,
        'StaffMember',
        there.map(({ id }) => id),
        divisionCode,
      );
    }
    const taken = moves.map(({ before, divisionCode }) => ({
      subject: { type: 'StaffMember', id: before.id, divisionCode },
      step: { action: 'SERVE', from: before.divisionCode, to: divisionCode },
    }));
    await recordSteps(tx, this.clock, actor, taken);
    return allOf(
      moves.map(({ before, divisionCode }, index) => {
        const after = Object.assign(new StaffMember(), before, { divisionCode, version: before.version + 1 });
        return { on: [taken[index]!.subject], events: [staffChanged('STAFF_MEMBER_MOVED', after, before)] };
      }),
    );
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
