import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Commands } from '@township-graph/shared/command/commands';
import { rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { insertAll } from '@township-graph/shared/insert-all';
import { statedText } from '@township-graph/shared/stated-text';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import { sees } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { MovementProposal } from '../movement/movement.entity';
import { MovementState } from '../movement/movement.enums';
import type { RecallBars } from '../placement/recall-bars';
import { servingStaffMember } from './own-staff-member';
import type { ChangeStaffPost } from './staff-member.commands';
import { StaffMember } from './staff-member.entity';
import { consultationNeeded, dayOutOfRange, movementUnusable, samePost, staffMemberNotFound } from './staff-member.errors';
import { staffChanged } from './staff-member.events';
import type { StaffMemberRepository } from './staff-member.repository';
import { isHigherRank, isSamePost, type PostHeld } from './staff-post.rules';
import { StaffPostChange } from './staff-post-change.entity';

/** What post somebody holds, and held before. */
export class StaffPostService {
  constructor(
    private readonly commands: Commands,
    private readonly staffMembers: StaffMemberRepository,
    private readonly bars: RecallBars,
    private readonly clock: Clock,
  ) {}

  /** By who has both their home and where they serve. */
  changeStaffPost(context: RequestContext, input: ChangeStaffPost): Promise<StaffMember> {
    const work = async (tx: EntityManager) => {
      const before = await servingStaffMember(tx, context.viewer, input.staffMemberId, this.clock);
      if (!sees(context.viewer, before.homeDivisionCode, this.clock)) throw staffMemberNotFound();
      const { postRank, isLeading, effectiveOn } = input;
      const post: PostHeld = { postTitle: statedText('postTitle', input.postTitle, 100), postRank, isLeading };
      const document = statedText('document', input.document, 100);
      if (isSamePost(before, post)) throw samePost();
      await this.checkDay(tx, before, effectiveOn);
      if (isHigherRank(before, post)) await this.bars.refusePromotion(tx, before.id, effectiveOn);
      if (isLeading) await this.bars.refuseLeadingPost(tx, before, effectiveOn);
      await this.staffMembers.change(tx, context.viewer, { id: before.id }, input.expectedVersion, post);
      const member = Object.assign(new StaffMember(), before, post, { version: before.version + 1 });
      const proposalId = await this.movementOf(tx, before, member, input.proposalId ?? null);
      await insertAll(tx, StaffPostChange, [{ ...changeOf(before, member), effectiveOn, document, proposalId, recordedAt: this.clock() }]);
      const on = { type: 'StaffMember', id: member.id, divisionCode: member.divisionCode };
      const note = `${before.postTitle} → ${member.postTitle}；${document}`;
      await recordStep(tx, this.clock, context, on, { action: 'CHANGE_POST', from: before.postRank, to: member.postRank, note });
      return { result: member, on: [on], events: [staffChanged('STAFF_MEMBER_POST_CHANGED', member)] };
    };
    const result = rowResult(this.staffMembers.manager, StaffMember);
    return this.commands.run(context, { name: 'changeStaffPost', needs: 'personnel:manage', input, result, work });
  }

  /** Not after today, nor before what is known of them: the latest change comes last. */
  private async checkDay(tx: EntityManager, { id: staffMemberId, joinedOn }: StaffMember, day: string): Promise<void> {
    const [latest] = await tx.find(StaffPostChange, { where: { staffMemberId }, order: { effectiveOn: 'DESC' }, take: 1 });
    const from = latest && latest.effectiveOn > joinedOn ? latest.effectiveOn : joinedOn;
    const today = dayOf(this.clock());
    if (day < from || day > today) throw dayOutOfRange('effectiveOn', from, today);
  }

  /** A leading post at section level of who serves in a township from elsewhere: by a movement about which it was consulted, once. */
  private async movementOf(tx: EntityManager, before: StaffMember, after: StaffMember, proposalId: string | null): Promise<string | null> {
    const isOfSectionChief = before.post().isSectionChief() || after.post().isSectionChief();
    if (proposalId === null) {
      if (isOfSectionChief && before.servesElsewhere()) throw consultationNeeded();
      return null;
    }
    const proposal = await tx.findOneBy(MovementProposal, { id: proposalId, staffMemberId: before.id });
    if (proposal?.state !== MovementState.CARRIED_OUT || (await tx.existsBy(StaffPostChange, { proposalId }))) throw movementUnusable();
    return proposalId;
  }
}

const changeOf = (before: StaffMember, after: StaffMember) => ({
  id: uuid(),
  staffMemberId: before.id,
  fromTitle: before.postTitle,
  fromRank: before.postRank,
  wasLeading: before.isLeading,
  toTitle: after.postTitle,
  toRank: after.postRank,
  isLeading: after.isLeading,
});
