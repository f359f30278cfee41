import { Reads } from '@township-graph/shared/asked-properties';
import type { Connection } from '@township-graph/shared/connection';
import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { Personal, type PersonalWriting } from '@township-graph/shared/personal-data';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { SecondmentContext } from '../context';
import { Placement } from '../placement/placement.entity';
import { RecallGround } from '../recall-ground/recall-ground.entity';
import { StaffMember } from '../staff-member/staff-member.entity';
import { textAbout } from '../staff-member/text-about';
import { Recall } from './recall.entity';
import { RecallAction } from './recall.enums';
import { RecallConnection, RecallListArgs } from './recall.inputs';
import type { RecallCourse } from './recall.kind';
import type { RecallRepository } from './recall.repository';

@Resolver(() => Recall)
export class RecallResolver {
  constructor(
    private readonly recallRepository: RecallRepository,
    private readonly course: RecallCourse,
  ) {}

  @Query(() => Recall, { nullable: true, description: 'One, within the viewer’s divisions. 按标识查询召回。' })
  recall(@Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string, @Ctx() { loaders }: SecondmentContext): Shown<Recall> {
    return loaders.recallById.shown(id);
  }

  @Query(() => RecallConnection, { description: 'Recalls within the viewer’s divisions, newest first. 按条件查询召回（限管辖范围）。' })
  recalls(@Args(() => RecallListArgs) { filter, ...page }: RecallListArgs, @Ctx() { viewer }: SecondmentContext): Connection<Recall> {
    const checked = checkedPage(page);
    return new RecallConnection({
      page: (asked) => this.recallRepository.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.recallRepository.count(viewer, filter ?? {}),
    });
  }

  @Personal('AMONG_OTHERS')
  @Reads('id', 'divisionCode', 'reasonText', 'staffMemberId')
  @FieldResolver(() => String, {
    description: 'Why; the name in it as who asks may see it, without numbers of persons. 理由（姓名默认脱敏，隐去证件、手机号码）。',
  })
  reason(@Root() { reasonText, staffMemberId }: Recall, @Ctx() { loaders }: SecondmentContext): Promise<PersonalWriting | null> {
    return textAbout(reasonText, loaders.staffNameById.load(staffMemberId));
  }

  @Personal('AMONG_OTHERS')
  @Reads('id', 'divisionCode', 'decision', 'staffMemberId')
  @FieldResolver(() => String, { nullable: true, description: 'The decision, masked as the reason is. 审核意见（隐去内容同上）。' })
  decision(@Root() { decision, staffMemberId }: Recall, @Ctx() { loaders }: SecondmentContext): Promise<PersonalWriting | null> {
    return textAbout(decision, loaders.staffNameById.load(staffMemberId));
  }

  @Reads('state', 'divisionCode')
  @FieldResolver(() => [RecallAction], { description: 'What this viewer can do with it now. 当前用户可执行的操作。' })
  availableActions(@Root() row: Recall, @Ctx() { viewer }: SecondmentContext): RecallAction[] {
    return this.course.availableActions(viewer, row);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [TimelineEntry], { description: 'Its course, oldest first. 流转记录，按时间先后。' })
  timeline(@Root() { id }: Recall, @Ctx() { loaders }: SecondmentContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [CaseDeadline], { description: 'Decision. 审核期限。' })
  deadlines(@Root() { id }: Recall, @Ctx() { loaders }: SecondmentContext): Promise<CaseDeadline[]> {
    return loaders.deadlinesBySubject.load(id);
  }

  @Reads('staffMemberId')
  @FieldResolver(() => StaffMember, { nullable: true, description: 'Who it is, where the viewer sees them. 工作人员。' })
  staffMember(@Root() { staffMemberId }: Recall, @Ctx() { loaders }: SecondmentContext): Shown<StaffMember> {
    return loaders.staffMemberById.shown(staffMemberId);
  }

  @Reads('placementId')
  @FieldResolver(() => Placement, { nullable: true, description: 'The placement. 下沉记录。' })
  placement(@Root() { placementId }: Recall, @Ctx() { loaders }: SecondmentContext): Shown<Placement> {
    return loaders.placementById.shown(placementId);
  }

  @Reads('groundId')
  @FieldResolver(() => RecallGround, { nullable: true, description: 'The mutual evaluation that enables it. 召回依据。' })
  ground(@Root() { groundId }: Recall, @Ctx() { loaders }: SecondmentContext): Shown<RecallGround> {
    return loaders.recallGroundById.shown(groundId);
  }
}
