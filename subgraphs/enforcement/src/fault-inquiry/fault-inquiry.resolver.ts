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
import { Officer } from '../officer/officer.entity';
import { FaultInquiry } from './fault-inquiry.entity';
import { FaultInquiryAction } from './fault-inquiry.enums';
import { FaultInquiryConnection, FaultInquiryListArgs } from './fault-inquiry.inputs';
import type { FaultInquiryStanding } from './fault-inquiry.machine';
import type { FaultInquiryRepository } from './fault-inquiry.repository';

@Resolver(() => FaultInquiry)
export class FaultInquiryResolver {
  constructor(
    private readonly inquiries: FaultInquiryRepository,
    private readonly course: Course<FaultInquiry, FaultInquiryAction, 'OPEN', FaultInquiryStanding>,
  ) {}

  @Query(() => FaultInquiry, { nullable: true, description: 'One inquiry, of the viewer’s county. 按标识查询过错责任追究。' })
  faultInquiry(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: EnforcementContext,
  ): Shown<FaultInquiry> {
    return loaders.faultInquiryById.shown(id);
  }

  @Query(() => FaultInquiryConnection, {
    description:
      'Inquiries of the viewer’s county, newest first, with enforcement:read; none for a township. 按条件查询过错责任追究（限县级）。',
  })
  faultInquiries(
    @Args(() => FaultInquiryListArgs) { filter, ...page }: FaultInquiryListArgs,
    @Ctx() { viewer }: EnforcementContext,
  ): Connection<FaultInquiry> {
    const checked = checkedPage(page);
    return new FaultInquiryConnection({
      page: (asked) => this.inquiries.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.inquiries.count(viewer, filter ?? {}),
    });
  }

  @Reads('officerId')
  @FieldResolver(() => Officer, { nullable: true, description: 'The officer. 执法人员。' })
  officer(@Root() { officerId }: FaultInquiry, @Ctx() { loaders }: EnforcementContext): Shown<Officer> {
    return loaders.officerById.shown(officerId);
  }

  @FieldResolver(() => EnforcementCase, {
    nullable: true,
    description: 'The case concerned; null for who does not see it. 涉及案件（无权查看的为空）。',
  })
  case(@Root() { caseId }: FaultInquiry, @Ctx() { loaders }: EnforcementContext): Shown<EnforcementCase> | null {
    return caseId === null ? null : loaders.caseById.shown(caseId);
  }

  @FieldResolver(() => [FaultInquiryAction], { description: 'What this viewer can do with it now. 当前用户可执行的操作。' })
  availableActions(@Root() inquiry: FaultInquiry, @Ctx() { viewer }: EnforcementContext): FaultInquiryAction[] {
    return this.course.availableActions(viewer, inquiry);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [TimelineEntry], { description: 'Its course, oldest first. 流转记录，按时间先后。' })
  timeline(@Root() { id }: FaultInquiry, @Ctx() { loaders }: EnforcementContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [CaseDeadline], { description: 'Until when the officer may speak. 陈述申辩期限。' })
  deadlines(@Root() { id }: FaultInquiry, @Ctx() { loaders }: EnforcementContext): Promise<CaseDeadline[]> {
    return loaders.deadlinesBySubject.load(id);
  }
}
