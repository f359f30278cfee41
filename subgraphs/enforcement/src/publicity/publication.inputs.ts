import { CommandInput } from '@township-graph/shared/command/command-input';
import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { describeEnum } from '@township-graph/shared/described-enum';
import { CreditCodeScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { CaseDayRange } from '../case/case.inputs';
import { PartyKind, PenaltyKind } from '../power/power.enums';
import { DecisionWithdrawal } from './decision-withdrawal.type';
import { DecisionPublication } from './publication.entity';
import { WithdrawalGround, WithholdingGround } from './publication.enums';

export const DecisionPublicationConnection = connectionOf(DecisionPublication, 'DecisionPublication', '公示信息');
export const DecisionWithdrawalConnection = connectionOf(DecisionWithdrawal, 'DecisionWithdrawal', '撤回说明');

export enum PublicationOrder {
  NEWEST = 'NEWEST',
  DECIDED = 'DECIDED',
}

describeEnum(
  PublicationOrder,
  'PublicationOrder',
  { en: 'Order of published decisions', zh: '公示信息排序' },
  { NEWEST: { en: 'Latest published first', zh: '按公示日期倒序' }, DECIDED: { en: 'Latest decided first', zh: '按决定日期倒序' } },
);

@InputType({ description: 'Which published decisions; all conditions apply together. 公示信息筛选条件。' })
export class DecisionPublicationFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'Handled there or below. 办案机关所在区划及其下级。' })
  divisionCode?: string | null;

  @Field(() => [String], { nullable: true, description: 'Of one of these fields of enforcement. 执法领域（任一）。' })
  domain?: string[] | null;

  @Field(() => [PartyKind], { nullable: true, description: 'About one of these kinds. 行政相对人类别（任一）。' })
  partyKind?: PartyKind[] | null;

  @Field(() => [PenaltyKind], { nullable: true, description: 'With one of these penalties. 处罚类别（任一）。' })
  penaltyKind?: PenaltyKind[] | null;

  @Field(() => String, { nullable: true, description: 'With this number. 行政处罚决定书文号。' })
  documentNumber?: string | null;

  @Field(() => CreditCodeScalar, { nullable: true, description: 'About this organisation. 行政相对人统一社会信用代码。' })
  partyCreditCode?: string | null;

  @Field(() => CaseDayRange, { nullable: true, description: 'Decided on these days. 决定日期范围。' })
  decidedOn?: CaseDayRange | null;

  @Field(() => CaseDayRange, { nullable: true, description: 'Published on these days. 公示日期范围。' })
  publishedOn?: CaseDayRange | null;
}

@ArgsType()
export class PublicationListArgs extends PageArgs {
  @Field(() => DecisionPublicationFilter, { nullable: true, description: 'Which. 筛选条件。' })
  filter?: DecisionPublicationFilter | null;

  @Field(() => PublicationOrder, { defaultValue: PublicationOrder.NEWEST, description: 'In which order. 排序。' })
  orderBy!: PublicationOrder;
}

@ArgsType()
export class WithdrawalListArgs extends PageArgs {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'Handled there or below. 办案机关所在区划及其下级。' })
  divisionCode?: string | null;
}

@InputType({ description: 'Which decision, as its case was read. 决定公示操作的公共字段。' })
abstract class PublicityInput extends CommandInput {
  @Field(() => ID, { description: 'The case. 案件标识。' })
  caseId!: string;

  @Field(() => Int, { description: 'The version of the case that was read. 读取时的案件版本号。' })
  expectedVersion!: number;
}

@InputType({ description: 'A decision is published (行政处罚法 §48). 公示行政处罚决定。' })
export class PublishDecisionInput extends PublicityInput {
  @Field(() => String, {
    description: 'Why it has social impact, for the timeline, not published; 400 characters at most. 具有一定社会影响的理由（不公开）。',
  })
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The facts as they are to be published, such as without witnesses; those of the decision when absent. 公示的违法事实。',
  })
  facts?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'That a natural person whose day of birth is not on record is of age. 确认当事人已成年。',
  })
  isAdultConfirmed?: boolean | null;
}

@InputType({ description: 'A decision is not to be published. 不予公示行政处罚决定。' })
export class WithholdPublicationInput extends PublicityInput {
  @Field(() => WithholdingGround, { description: 'Ground. 不予公示情形。' })
  ground!: WithholdingGround;

  @Field(() => String, { description: 'Reason, 500 characters at most. 理由（至多 500 字）。' })
  reason!: string;
}

@InputType({ description: 'A publication is withdrawn, and the reason told (行政处罚法 §48②). 撤回公示信息并公开说明理由。' })
export class WithdrawPublicationInput extends CommandInput {
  @Field(() => ID, { description: 'The publication. 公示信息标识。' })
  publicationId!: string;

  @Field(() => Int, { description: 'Its version that was read. 读取时的版本号。' })
  expectedVersion!: number;

  @Field(() => WithdrawalGround, { description: 'Ground. 撤回情形。' })
  ground!: WithdrawalGround;

  @Field(() => String, { description: 'Reason, as it is told publicly, 500 characters at most. 公开说明的理由（至多 500 字）。' })
  reason!: string;
}
