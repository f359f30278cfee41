import { Reads } from '@township-graph/shared/asked-properties';
import type { Connection } from '@township-graph/shared/connection';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { Personal, type PersonalWriting } from '@township-graph/shared/personal-data';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Consultation } from '../consultation/consultation.entity';
import type { SecondmentContext } from '../context';
import { Placement } from '../placement/placement.entity';
import { StaffMember } from '../staff-member/staff-member.entity';
import { textAbout } from '../staff-member/text-about';
import { MovementProposal } from './movement.entity';
import { MovementAction } from './movement.enums';
import { MovementProposalConnection, MovementProposalListArgs } from './movement.inputs';
import type { MovementCourse } from './movement.kind';
import type { MovementProposalRepository } from './movement.repository';

@Resolver(() => MovementProposal)
export class MovementProposalResolver {
  constructor(
    private readonly movementProposalRepository: MovementProposalRepository,
    private readonly course: MovementCourse,
  ) {}

  @Query(() => MovementProposal, { nullable: true, description: 'One, within the viewer’s divisions. 按标识查询人事调整动议。' })
  movementProposal(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: SecondmentContext,
  ): Shown<MovementProposal> {
    return loaders.movementProposalById.shown(id);
  }

  @Query(() => MovementProposalConnection, {
    description: 'Movements within the viewer’s divisions, newest first. 按条件查询人事调整动议（限管辖范围）。',
  })
  movementProposals(
    @Args(() => MovementProposalListArgs) { filter, ...page }: MovementProposalListArgs,
    @Ctx() { viewer }: SecondmentContext,
  ): Connection<MovementProposal> {
    const checked = checkedPage(page);
    return new MovementProposalConnection({
      page: (asked) => this.movementProposalRepository.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.movementProposalRepository.count(viewer, filter ?? {}),
    });
  }

  @Personal('AMONG_OTHERS')
  @Reads('id', 'divisionCode', 'reasonText', 'staffMemberId')
  @FieldResolver(() => String, {
    description: 'Why; the name in it as who asks may see it, without numbers of persons. 理由（姓名默认脱敏，隐去证件、手机号码）。',
  })
  reason(@Root() { reasonText, staffMemberId }: MovementProposal, @Ctx() { loaders }: SecondmentContext): Promise<PersonalWriting | null> {
    return textAbout(reasonText, loaders.staffNameById.load(staffMemberId));
  }

  @Personal('AMONG_OTHERS')
  @Reads('id', 'divisionCode', 'decision', 'staffMemberId')
  @FieldResolver(() => String, {
    nullable: true,
    description: 'The decision, or why it was rejected, masked as the reason is. 决定（不予采纳）理由（隐去内容同上）。',
  })
  decision(@Root() { decision, staffMemberId }: MovementProposal, @Ctx() { loaders }: SecondmentContext): Promise<PersonalWriting | null> {
    return textAbout(decision, loaders.staffNameById.load(staffMemberId));
  }

  @Reads('state', 'divisionCode', 'isSectionChief', 'proposedBy', 'answerDueAt', 'answeredAt', 'notifiedAt')
  @FieldResolver(() => [MovementAction], { description: 'What this viewer can do with it now. 当前用户可执行的操作。' })
  availableActions(@Root() row: MovementProposal, @Ctx() { viewer }: SecondmentContext): MovementAction[] {
    return this.course.availableActions(viewer, row).filter((action) => action !== MovementAction.HEAR);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [TimelineEntry], { description: 'Its course, oldest first. 流转记录，按时间先后。' })
  timeline(@Root() { id }: MovementProposal, @Ctx() { loaders }: SecondmentContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }

  @Reads('staffMemberId')
  @FieldResolver(() => StaffMember, { nullable: true, description: 'Who it is, where the viewer sees them. 工作人员。' })
  staffMember(@Root() { staffMemberId }: MovementProposal, @Ctx() { loaders }: SecondmentContext): Shown<StaffMember> {
    return loaders.staffMemberById.shown(staffMemberId);
  }

  @Reads('placementId')
  @FieldResolver(() => Placement, { nullable: true, description: 'The placement that it is about. 涉及的下沉记录。' })
  placement(@Root() { placementId }: MovementProposal, @Ctx() { loaders }: SecondmentContext): Shown<Placement> | null {
    return placementId === null ? null : loaders.placementById.shown(placementId);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 1)')
  @FieldResolver(() => [Consultation], { description: 'How the township was asked or told. 征求意见（抄告）记录。' })
  consultations(@Root() { id }: MovementProposal, @Ctx() { loaders }: SecondmentContext): Promise<Consultation[]> {
    return loaders.consultationsByProposal.load(id);
  }
}
