import { Reads } from '@township-graph/shared/asked-properties';
import type { Connection } from '@township-graph/shared/connection';
import type { Course } from '@township-graph/shared/course/course';
import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { EnforcementCase } from '../case/case.entity';
import type { EnforcementContext } from '../context';
import { Complaint } from './complaint.entity';
import { ComplaintAction } from './complaint.enums';
import { ComplaintConnection, ComplaintListArgs } from './complaint.inputs';
import type { ComplaintStanding } from './complaint.machine';
import type { ComplaintRepository } from './complaint.repository';

@Resolver(() => Complaint)
export class ComplaintResolver {
  constructor(
    private readonly complaintRepository: ComplaintRepository,
    private readonly course: Course<Complaint, ComplaintAction, 'FILE', ComplaintStanding>,
  ) {}

  @Query(() => Complaint, { nullable: true, description: 'One complaint, within the viewer’s divisions. 按标识查询投诉举报。' })
  complaint(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: EnforcementContext,
  ): Shown<Complaint> {
    return loaders.complaintById.shown(id);
  }

  @Query(() => ComplaintConnection, {
    description:
      'Complaints within the viewer’s divisions, newest first, with enforcement:read; none for anybody else. 按条件查询投诉举报（限管辖范围）。',
  })
  complaints(
    @Args(() => ComplaintListArgs) { filter, ...page }: ComplaintListArgs,
    @Ctx() { viewer }: EnforcementContext,
  ): Connection<Complaint> {
    const checked = checkedPage(page);
    return new ComplaintConnection({
      page: (asked) => this.complaintRepository.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.complaintRepository.count(viewer, filter ?? {}),
    });
  }

  @FieldResolver(() => EnforcementCase, {
    nullable: true,
    description: 'The case of which it became the source; null for who does not see it. 转立的案件（无权查看的为空）。',
  })
  case(@Root() { caseId }: Complaint, @Ctx() { loaders }: EnforcementContext): Shown<EnforcementCase> | null {
    return caseId === null ? null : loaders.caseById.shown(caseId);
  }

  @FieldResolver(() => [ComplaintAction], { description: 'What this viewer can do with it now. 当前用户可执行的操作。' })
  availableActions(@Root() complaint: Complaint, @Ctx() { viewer }: EnforcementContext): ComplaintAction[] {
    return this.course.availableActions(viewer, complaint);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [TimelineEntry], { description: 'Its course, oldest first. 流转记录，按时间先后。' })
  timeline(@Root() { id }: Complaint, @Ctx() { loaders }: EnforcementContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [CaseDeadline], { description: 'Acceptance, handling and answer. 受理、办理、告知时限。' })
  deadlines(@Root() { id }: Complaint, @Ctx() { loaders }: EnforcementContext): Promise<CaseDeadline[]> {
    return loaders.deadlinesBySubject.load(id);
  }
}
