import { Reads } from '@township-graph/shared/asked-properties';
import type { Connection } from '@township-graph/shared/connection';
import type { Course } from '@township-graph/shared/course/course';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { EnforcementContext } from '../context';
import { InspectionItem } from './inspection-item.entity';
import type { InspectionItemRepository, InspectionPlanRepository } from './inspection-list.repository';
import { JointInspectionPlan } from './inspection-plan.entity';
import { InspectionItemAction, InspectionPlanAction } from './joint-inspection.enums';
import {
  InspectionItemConnection,
  InspectionItemListArgs,
  JointInspectionPlanConnection,
  JointInspectionPlanListArgs,
} from './joint-inspection.inputs';

@Resolver(() => InspectionItem)
export class InspectionItemResolver {
  constructor(
    private readonly items: InspectionItemRepository,
    private readonly course: Course<InspectionItem, InspectionItemAction, 'LIST', void>,
  ) {}

  @Query(() => InspectionItemConnection, { description: 'The list of what may be inspected; published. 行政检查事项清单（公开）。' })
  inspectionItems(
    @Args(() => InspectionItemListArgs) { filter, ...page }: InspectionItemListArgs,
    @Ctx() { viewer }: EnforcementContext,
  ): Connection<InspectionItem> {
    const checked = checkedPage(page);
    return new InspectionItemConnection({
      page: (asked) => this.items.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.items.count(viewer, filter ?? {}),
    });
  }

  @FieldResolver(() => [InspectionItemAction], { description: 'What this viewer can do with it now. 当前用户可执行的操作。' })
  availableActions(@Root() item: InspectionItem, @Ctx() { viewer }: EnforcementContext): InspectionItemAction[] {
    return this.course.availableActions(viewer, item);
  }
}

@Resolver(() => JointInspectionPlan)
export class JointInspectionPlanResolver {
  constructor(
    private readonly plans: InspectionPlanRepository,
    private readonly course: Course<JointInspectionPlan, InspectionPlanAction, 'PLAN', void>,
  ) {}

  @Query(() => JointInspectionPlan, { nullable: true, description: 'One yearly plan. 按标识查询年度联合检查计划。' })
  jointInspectionPlan(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: EnforcementContext,
  ): Shown<JointInspectionPlan> {
    return loaders.inspectionPlanById.shown(id);
  }

  @Query(() => JointInspectionPlanConnection, {
    description: 'Yearly plans: the published ones, and within the viewer’s divisions the others. 年度联合检查计划（已公布的公开）。',
  })
  jointInspectionPlans(
    @Args(() => JointInspectionPlanListArgs) { filter, ...page }: JointInspectionPlanListArgs,
    @Ctx() { viewer }: EnforcementContext,
  ): Connection<JointInspectionPlan> {
    const checked = checkedPage(page);
    return new JointInspectionPlanConnection({
      page: (asked) => this.plans.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.plans.count(viewer, filter ?? {}),
    });
  }

  @Reads('itemIds')
  @Directive('@listSize(assumedSize: 20)')
  @FieldResolver(() => [InspectionItem], { description: 'Its items. 检查事项。' })
  async items(@Root() { itemIds }: JointInspectionPlan, @Ctx() { loaders }: EnforcementContext): Promise<InspectionItem[]> {
    const items = await Promise.all(itemIds.map((id) => loaders.inspectionItemById.load(id)));
    return items.filter((item) => item !== null);
  }

  @FieldResolver(() => [InspectionPlanAction], { description: 'What this viewer can do with it now. 当前用户可执行的操作。' })
  availableActions(@Root() plan: JointInspectionPlan, @Ctx() { viewer }: EnforcementContext): InspectionPlanAction[] {
    return this.course.availableActions(viewer, plan);
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [TimelineEntry], {
    description: 'Its course, oldest first; with enforcement:read of the division, else empty. 流转记录。',
  })
  timeline(@Root() { id }: JointInspectionPlan, @Ctx() { loaders }: EnforcementContext): Promise<TimelineEntry[]> {
    return loaders.timelineBySubject.load(id);
  }
}
