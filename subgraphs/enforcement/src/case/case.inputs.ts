import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { DeadlineLight } from '@township-graph/shared/deadlines/deadline.enums';
import { describeEnum } from '@township-graph/shared/described-enum';
import { DateScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { DecisionOutcome } from '../decision/decision.enums';
import { EnforcementCase } from './case.entity';
import { CaseProcedure, CaseSource, CaseState } from './case.enums';

export const EnforcementCaseConnection = connectionOf(EnforcementCase, 'EnforcementCase', '案件');

export enum EnforcementCaseOrder {
  NEWEST = 'NEWEST',
  DUE = 'DUE',
}

describeEnum(
  EnforcementCaseOrder,
  'EnforcementCaseOrder',
  { en: 'Order of cases', zh: '案件排序' },
  {
    NEWEST: { en: 'Latest first', zh: '按登记日期倒序' },
    DUE: { en: 'Due first; only those that are filed and not decided', zh: '按办案期限（仅已立案未决定的）' },
  },
);

@InputType({ description: 'Days from one up to, and without, another. 日期范围（含起不含止）。' })
export class CaseDayRange {
  @Field(() => DateScalar, { nullable: true, description: 'First day; open when absent. 起始日期（含）。' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day that no longer counts; open when absent. 截止日期（不含）。' })
  to?: string | null;
}

@InputType({ description: 'Which cases; all conditions apply together. 案件筛选条件。' })
export class EnforcementCaseFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'Handled there or below. 办案机关所在区划及其下级。' })
  divisionCode?: string | null;

  @Field(() => [CaseState], { nullable: true, description: 'In one of these states. 状态（任一）。' })
  state?: CaseState[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether somebody still has to do something about it. 是否在办。' })
  isOpen?: boolean | null;

  @Field(() => [CaseProcedure], { nullable: true, description: 'By one of these procedures. 程序（任一）。' })
  procedure?: CaseProcedure[] | null;

  @Field(() => [CaseSource], { nullable: true, description: 'From one of these sources. 来源（任一）。' })
  source?: CaseSource[] | null;

  @Field(() => [DecisionOutcome], { nullable: true, description: 'Decided so. 决定结果（任一）。' })
  outcome?: DecisionOutcome[] | null;

  @Field(() => [String], { nullable: true, description: 'Of one of these fields of enforcement. 执法领域（任一）。' })
  domain?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'By this power. 执法事项标识。' })
  powerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'In which this officer has a function now. 办案人员标识。' })
  officerId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those in which an application for recusal is undecided (行政处罚法 §43③). 回避申请待决定的。',
  })
  hasUndecidedRecusal?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those in which something is still to be given back (行政强制法 §41). 应退还而未退还的。',
  })
  owesRestitution?: boolean | null;

  @Field(() => CaseDayRange, { nullable: true, description: 'Registered on these days. 登记日期范围。' })
  openedOn?: CaseDayRange | null;

  @Field(() => [DeadlineLight], {
    nullable: true,
    description: 'With a clock of the case that shows one of these lights. 时限亮灯（任一）。',
  })
  light?: DeadlineLight[] | null;
}

@ArgsType()
export class EnforcementCaseListArgs extends PageArgs {
  @Field(() => EnforcementCaseFilter, { nullable: true, description: 'Which cases. 筛选条件。' })
  filter?: EnforcementCaseFilter | null;

  @Field(() => EnforcementCaseOrder, { defaultValue: EnforcementCaseOrder.NEWEST, description: 'In which order. 排序。' })
  orderBy!: EnforcementCaseOrder;
}
