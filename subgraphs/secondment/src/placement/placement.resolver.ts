import { Reads } from '@township-graph/shared/asked-properties';
import type { Clock } from '@township-graph/shared/clock';
import type { Connection } from '@township-graph/shared/connection';
import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { Personal, type PersonalWriting } from '@township-graph/shared/personal-data';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { SelectionCampaign } from '../campaign/campaign.entity';
import type { SecondmentContext } from '../context';
import { StaffMember } from '../staff-member/staff-member.entity';
import { textAbout } from '../staff-member/text-about';
import { Placement } from './placement.entity';
import { PlacementAction } from './placement.enums';
import { PlacementConnection, PlacementListArgs } from './placement.inputs';
import type { PlacementCourse } from './placement.kind';
import { BY_HAND } from './placement.machine';
import type { PlacementRepository } from './placement.repository';
import { PlacementAppraisal } from './placement-appraisal.entity';
import { termOf } from './placement-term';

@Resolver(() => Placement)
export class PlacementResolver {
  constructor(
    private readonly placementRepository: PlacementRepository,
    private readonly course: PlacementCourse,
    private readonly clock: Clock,
  ) {}

  @Query(() => Placement, { nullable: true, description: 'One, within the viewer’s divisions. 按标识查询人员下沉。' })
  placement(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: SecondmentContext,
  ): Shown<Placement> {
    return loaders.placementById.shown(id);
  }

  @Query(() => PlacementConnection, {
    description:
      'Placements within the viewer’s divisions, and of who have their home there, latest first. 按条件查询人员下沉（限管辖范围）。',
  })
  placements(
    @Args(() => PlacementListArgs) { filter, ...page }: PlacementListArgs,
    @Ctx() { viewer }: SecondmentContext,
  ): Connection<Placement> {
    const checked = checkedPage(page);
    return new PlacementConnection({
      page: (asked) => this.placementRepository.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.placementRepository.count(viewer, filter ?? {}),
    });
  }

  @Personal('AMONG_OTHERS')
  @Reads('id', 'divisionCode', 'endReason', 'staffMemberId')
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Why it ended before its time; the name in it as who asks may see it, without numbers of persons. 提前结束（退回）原因（姓名默认脱敏，隐去证件、手机号码）。',
  })
  endReason(@Root() { endReason, staffMemberId }: Placement, @Ctx() { loaders }: SecondmentContext): Promise<PersonalWriting | null> {
    return textAbout(endReason, loaders.staffNameById.load(staffMemberId));
  }

  @Reads('state', 'kind', 'divisionCode', 'isSectionChief', 'isConversionDue', 'startsOn', 'endsOn')
  @FieldResolver(() => [PlacementAction], { description: 'What this viewer can do with it now. 当前用户可执行的操作。' })
  availableActions(@Root() row: Placement, @Ctx() { viewer }: SecondmentContext): PlacementAction[] {
    return this.course.availableActions(viewer, row).filter((action) => BY_HAND.includes(action));
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [TimelineEntry], { description: 'Its course, oldest first. 流转记录，按时间先后。' })
  timeline(@Root() { id }: Placement, @Ctx() { loaders }: SecondmentContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }

  @Reads('staffMemberId')
  @FieldResolver(() => StaffMember, { nullable: true, description: 'Who it is, where the viewer sees them. 工作人员。' })
  staffMember(@Root() { staffMemberId }: Placement, @Ctx() { loaders }: SecondmentContext): Shown<StaffMember> {
    return loaders.staffMemberById.shown(staffMemberId);
  }

  @Reads('campaignId')
  @FieldResolver(() => SelectionCampaign, { nullable: true, description: 'The selection that made it. 所属选派。' })
  campaign(@Root() { campaignId }: Placement, @Ctx() { loaders }: SecondmentContext): Shown<SelectionCampaign> | null {
    return campaignId === null ? null : loaders.selectionCampaignById.shown(campaignId);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [PlacementAppraisal], { description: 'Yearly appraisals, oldest first. 历年年度考核。' })
  appraisals(@Root() { id }: Placement, @Ctx() { loaders }: SecondmentContext): Promise<PlacementAppraisal[]> {
    return loaders.appraisalsByPlacement.load(id);
  }

  @Reads('id', 'startsOn', 'endsOn', 'endedOn')
  @Directive('@listSize(assumedSize: 1)')
  @FieldResolver(() => [CaseDeadline], { description: 'Its last day. 到期日。' })
  deadlines(@Root() placement: Placement): CaseDeadline[] {
    return termOf(placement, this.clock());
  }
}
