import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, InputType } from 'type-graphql';
import { SelectionPlan } from './selection-plan.entity';

export const SelectionPlanConnection = connectionOf(SelectionPlan, 'SelectionPlan', '选派五年计划');

@InputType({ description: 'Which plans of selections; all conditions apply together. 选派五年计划筛选条件（同时满足）。' })
export class SelectionPlanFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'In this division or below it. 区划或其下级。' })
  divisionCode?: string | null;
}

@ArgsType()
export class SelectionPlanListArgs extends PageArgs {
  @Field(() => SelectionPlanFilter, { nullable: true, description: 'Which plans of selections. 筛选条件。' })
  filter?: SelectionPlanFilter | null;
}
