import type { Connection } from '@township-graph/shared/connection';
import { checkedPage } from '@township-graph/shared/keyset';
import type { Shown } from '@township-graph/shared/loader';
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { SecondmentContext } from '../context';
import { SelectionPlan } from './selection-plan.entity';
import { SelectionPlanConnection, SelectionPlanListArgs } from './selection-plan.inputs';
import type { SelectionPlanRepository } from './selection-plan.repository';

@Resolver(() => SelectionPlan)
export class SelectionPlanResolver {
  constructor(private readonly selectionPlanRepository: SelectionPlanRepository) {}

  @Query(() => SelectionPlan, { nullable: true, description: 'One, within the viewer’s divisions. 按标识查询选派五年计划。' })
  selectionPlan(
    @Arg('id', () => ID, { description: 'Identifier. 标识。' }) id: string,
    @Ctx() { loaders }: SecondmentContext,
  ): Shown<SelectionPlan> {
    return loaders.selectionPlanById.shown(id);
  }

  @Query(() => SelectionPlanConnection, {
    description: 'Five-year plans of selections: they are public. 按条件查询选派五年计划（限管辖范围）。',
  })
  selectionPlans(
    @Args(() => SelectionPlanListArgs) { filter, ...page }: SelectionPlanListArgs,
    @Ctx() { viewer }: SecondmentContext,
  ): Connection<SelectionPlan> {
    const checked = checkedPage(page);
    return new SelectionPlanConnection({
      page: (asked) => this.selectionPlanRepository.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.selectionPlanRepository.count(viewer, filter ?? {}),
    });
  }
}
