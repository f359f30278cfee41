import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { CreditCodeScalar, DateScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { InspectionPlan } from './inspection-plan.entity';
import { InspectionVisit } from './inspection-visit.entity';

export const InspectionPlanConnection = connectionOf(InspectionPlan, 'InspectionPlan', '督查检查计划');

@InputType({ description: 'Which plans; all conditions apply together. 督查检查计划筛选条件（同时满足）。' })
export class InspectionPlanFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'Of this division or below it. 所属区划（含下级）。' })
  divisionCode?: string | null;

  @Field(() => Int, { nullable: true, description: 'Of this year. 年度。' })
  year?: number | null;
}

@ArgsType()
export class InspectionPlanListArgs extends PageArgs {
  @Field(() => InspectionPlanFilter, { nullable: true, description: 'Which plans. 筛选条件。' })
  filter?: InspectionPlanFilter | null;
}

@InputType({ description: 'A plan of joint supervision. 督查检查年度计划。' })
export class PlanSupervisionInput extends CommandInput {
  @Field(() => DivisionCodeScalar, { description: 'The county, 6 digits. 县（市、区），6 位代码。' })
  divisionCode!: string;

  @Field(() => Int, { description: 'Calendar year, 2000 to 2100. 年度。' })
  year!: number;

  @Field(() => String, { description: 'Name, 1 to 100 characters. 名称。' })
  name!: string;

  @Field(() => [String], { description: 'What is inspected in one visit, 1 to 50. 合并督查的事项（1–50 项）。' })
  matters!: string[];

  @Field(() => CreditCodeScalar, { description: 'Who leads it. 牵头单位统一社会信用代码。' })
  organizerCreditCode!: string;

  @Field(() => Int, { description: 'How often a year each township is visited at the most, 1 to 366. 每乡镇全年次数上限。' })
  visitsAYear!: number;
}

@InputType({ description: 'A visit of a township. 一次督查检查。' })
export class RecordSupervisionInput extends CommandInput {
  @Field(() => ID, { description: 'By which plan. 计划标识。' })
  planId!: string;

  @Field(() => DivisionCodeScalar, { description: 'The township, 9 digits. 乡镇（街道）。' })
  divisionCode!: string;

  @Field(() => DateScalar, { description: 'Day, in the plan’s year. 日期（计划年度内）。' })
  visitedOn!: string;
}

export const PlanSupervisionPayload = payloadOf(InspectionPlan, 'plan', 'planSupervision', { en: 'The plan', zh: '督查检查计划' });
export const RecordSupervisionPayload = payloadOf(InspectionVisit, 'visit', 'recordSupervision', { en: 'The visit', zh: '督查检查' });
