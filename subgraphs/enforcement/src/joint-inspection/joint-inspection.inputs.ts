import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { CreditCodeScalar, DateTimeScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, InputType, Int, ObjectType } from 'type-graphql';
import { InspectionItem } from './inspection-item.entity';
import { JointInspectionPlan } from './inspection-plan.entity';
import { JointInspection } from './joint-inspection.entity';
import { InspectionGround, InspectionItemState, InspectionPlanState, JointInspectionState } from './joint-inspection.enums';

export const InspectionItemConnection = connectionOf(InspectionItem, 'InspectionItem', '行政检查事项');
export const JointInspectionPlanConnection = connectionOf(JointInspectionPlan, 'JointInspectionPlan', '年度联合检查计划');
export const JointInspectionConnection = connectionOf(JointInspection, 'JointInspection', '联合检查');

@InputType({ description: 'Which items; all conditions apply together. 检查事项筛选条件（同时满足）。' })
export class InspectionItemFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'Of this division or below it. 适用于该区划或其下级。' })
  divisionCode?: string | null;

  @Field(() => CreditCodeScalar, { nullable: true, description: 'Of this authority. 检查主体。' })
  authority?: string | null;

  @Field(() => [InspectionItemState], { nullable: true, description: 'In one of these states. 状态（任一）。' })
  state?: InspectionItemState[] | null;
}

@ArgsType()
export class InspectionItemListArgs extends PageArgs {
  @Field(() => InspectionItemFilter, { nullable: true, description: 'Which items. 筛选条件。' })
  filter?: InspectionItemFilter | null;
}

@InputType({ description: 'Which plans; all conditions apply together. 年度检查计划筛选条件（同时满足）。' })
export class JointInspectionPlanFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'Of this division or below it. 适用于该区划或其下级。' })
  divisionCode?: string | null;

  @Field(() => Int, { nullable: true, description: 'Of this year. 年度。' })
  year?: number | null;

  @Field(() => [InspectionPlanState], { nullable: true, description: 'In one of these states. 状态（任一）。' })
  state?: InspectionPlanState[] | null;
}

@ArgsType()
export class JointInspectionPlanListArgs extends PageArgs {
  @Field(() => JointInspectionPlanFilter, { nullable: true, description: 'Which plans. 筛选条件。' })
  filter?: JointInspectionPlanFilter | null;
}

@InputType({ description: 'Which visits; all conditions apply together. 联合检查筛选条件（同时满足）。' })
export class JointInspectionFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'In this division or below it. 所在区划或其下级。' })
  divisionCode?: string | null;

  @Field(() => [JointInspectionState], { nullable: true, description: 'In one of these states. 状态（任一）。' })
  state?: JointInspectionState[] | null;

  @Field(() => [InspectionGround], { nullable: true, description: 'Made for one of these reasons. 启动依据（任一）。' })
  ground?: InspectionGround[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Begun then or later. 开始时间不早于。' })
  startedFrom?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Begun before. 开始时间早于。' })
  startedTo?: Date | null;
}

@ArgsType()
export class JointInspectionListArgs extends PageArgs {
  @Field(() => JointInspectionFilter, { nullable: true, description: 'Which visits. 筛选条件。' })
  filter?: JointInspectionFilter | null;
}

@ObjectType({ description: 'How much going together saved. 综合查一次成效。' })
export class JointInspectionStatistics {
  @Field(() => Int, { description: 'Visits that were made. 实际入企次数。' })
  readonly visits!: number;

  @Field(() => Int, { description: 'Visits there would have been, one for each authority. 逐部门检查的次数。' })
  readonly authorityVisits!: number;

  @Field(() => Int, { description: 'Visits that were saved. 减少入企次数。' })
  readonly visitsSaved!: number;
}
