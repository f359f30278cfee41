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
import { InspectionCheck } from './inspection-check.entity';
import { JointInspectionPlan } from './inspection-plan.entity';
import { JointInspection } from './joint-inspection.entity';
import { JointInspectionAction } from './joint-inspection.enums';
import {
  JointInspectionConnection,
  JointInspectionFilter,
  JointInspectionListArgs,
  JointInspectionStatistics,
} from './joint-inspection.inputs';
import type { VisitStanding } from './joint-inspection.machine';
import type { JointInspectionRepository } from './joint-inspection.repository';

@Resolver(() => JointInspection)
export class JointInspectionResolver {
  constructor(
    private readonly visits: JointInspectionRepository,
    private readonly course: Course<JointInspection, JointInspectionAction, 'START', VisitStanding>,
  ) {}

  @Query(() => JointInspection, { nullable: true, description: 'One visit, within the viewer’s divisions. 按标识查询联合检查。' })
  jointInspection(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: EnforcementContext,
  ): Shown<JointInspection> {
    return loaders.jointInspectionById.shown(id);
  }

  @Query(() => JointInspectionConnection, {
    description: 'Visits within the viewer’s divisions, newest first, with enforcement:read. 按条件查询联合检查（限管辖范围）。',
  })
  jointInspections(
    @Args(() => JointInspectionListArgs) { filter, ...page }: JointInspectionListArgs,
    @Ctx() { viewer }: EnforcementContext,
  ): Connection<JointInspection> {
    const checked = checkedPage(page);
    return new JointInspectionConnection({
      page: (asked) => this.visits.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.visits.count(viewer, filter ?? {}),
    });
  }

  @Directive('@cost(weight: 50)')
  @Query(() => JointInspectionStatistics, {
    description: 'How many visits going together saved, within the viewer’s divisions. 综合查一次减少入企次数（限管辖范围）。',
  })
  async jointInspectionStatistics(
    @Arg('filter', () => JointInspectionFilter, { nullable: true, description: 'Which visits. 筛选条件。' })
    filter: JointInspectionFilter | null,
    @Ctx() { viewer }: EnforcementContext,
  ): Promise<JointInspectionStatistics> {
    const { visits, authorityVisits } = await this.visits.countVisits(viewer, filter ?? {});
    return { visits, authorityVisits, visitsSaved: authorityVisits - visits };
  }

  @Reads('planId')
  @FieldResolver(() => JointInspectionPlan, { nullable: true, description: 'The plan; of a planned visit. 年度检查计划，计划外的为空。' })
  plan(@Root() { planId }: JointInspection, @Ctx() { loaders }: EnforcementContext): Shown<JointInspectionPlan> | null {
    return planId === null ? null : loaders.inspectionPlanById.shown(planId);
  }

  @Reads('officerIds')
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [Officer], { description: 'Who was there, within the viewer’s divisions. 执法人员（限管辖范围）。' })
  async officers(@Root() { officerIds }: JointInspection, @Ctx() { loaders }: EnforcementContext): Promise<Officer[]> {
    const officers = await Promise.all(officerIds.map((id) => loaders.officerById.load(id)));
    return officers.filter((officer) => officer !== null);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [InspectionCheck], { description: 'Items, and what was found. 检查事项及结果。' })
  checks(@Root() { id }: JointInspection, @Ctx() { loaders }: EnforcementContext): Promise<InspectionCheck[]> {
    return loaders.checksByInspection.load(id);
  }

  @FieldResolver(() => [JointInspectionAction], { description: 'What this viewer can do with it now. 当前用户可执行的操作。' })
  availableActions(@Root() visit: JointInspection, @Ctx() { viewer }: EnforcementContext): JointInspectionAction[] {
    return this.course.availableActions(viewer, visit);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [TimelineEntry], { description: 'Its course, oldest first. 流转记录，按时间先后。' })
  timeline(@Root() { id }: JointInspection, @Ctx() { loaders }: EnforcementContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [CaseDeadline], { description: 'Until when problems are to be put right. 整改时限。' })
  deadlines(@Root() { id }: JointInspection, @Ctx() { loaders }: EnforcementContext): Promise<CaseDeadline[]> {
    return loaders.deadlinesBySubject.load(id);
  }
}

@Resolver(() => InspectionCheck)
export class InspectionCheckResolver {
  @FieldResolver(() => EnforcementCase, {
    nullable: true,
    description: 'The case that came of it; null for who does not see it. 转立的案件（无权查看的为空）。',
  })
  case(@Root() { caseId }: InspectionCheck, @Ctx() { loaders }: EnforcementContext): Shown<EnforcementCase> | null {
    return caseId === null ? null : loaders.caseById.shown(caseId);
  }
}
