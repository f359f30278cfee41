import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { CreditCodeScalar, DateScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { Delegation } from './delegation.entity';
import { DelegationMode, EvaluationOutcome, OpenApplicationsRule } from './delegation.enums';

@InputType({ description: 'A township that is to carry an item. 承接方。' })
export class DelegationRecipientInput {
  @Field(() => DivisionCodeScalar, { description: 'The township, of 9 digits. 乡镇（街道）区划代码（9 位）。' })
  divisionCode!: string;

  @Field(() => CreditCodeScalar, {
    description:
      'Its organ: for a grant or an entrustment a township government or subdistrict office (11…), not an institution. 承接机关统一社会信用代码；赋权、委托须为乡镇人民政府或街道办事处。',
  })
  organizationCreditCode!: string;

  @Field(() => String, { description: 'Name of the organ, 1 to 100 characters. 承接机关名称（1–100 字）。' })
  organizationName!: string;
}

@InputType({
  description:
    'The batch it goes into: a new one by name, or one still being prepared by number. 所属批次：新批次填名称，加入拟定中的批次填编号。',
})
export class DelegationBatchInput {
  @Field(() => String, {
    nullable: true,
    description: 'Name of a new batch; the county’s next number of the year is given to it. 新批次名称，编号按县（市、区）和年度连续编排。',
  })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of a batch of which nothing is published yet. 已有批次编号（尚未公布的）。' })
  number?: string | null;
}

@InputType({ description: 'A written agreement of entrustment: number, day and term (行政处罚法§20). 委托协议书：文号、签订日期、期限。' })
export class DelegationAgreementInput {
  @Field(() => String, { description: 'Document number. 文号。' })
  number!: string;

  @Field(() => DateScalar, { description: 'Day it was signed. 签订日期。' })
  signedOn!: string;

  @Field(() => DateScalar, { description: 'First day it no longer holds. 协议失效日期。' })
  validTo!: string;
}

@InputType({ description: 'What every new delegation says. 赋权（下放）的公共内容。' })
abstract class NewDelegationInput extends CommandInput {
  @Field(() => [DelegationRecipientInput], { description: 'The townships, 1 to 100, of the county itself. 承接的乡镇（街道），1–100 个。' })
  recipients!: DelegationRecipientInput[];

  @Field(() => DelegationBatchInput, { description: 'The batch. 批次。' })
  batch!: DelegationBatchInput;

  @Field(() => DateScalar, { description: 'First day in force, not before publication. 生效日期，不得早于公布。' })
  effectiveFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day no longer in force; of an entrustment its agreement’s when absent. 失效日期；委托缺省为协议失效日期。',
  })
  effectiveTo?: string | null;

  @Field(() => DelegationAgreementInput, {
    nullable: true,
    description: 'The agreement; an entrustment needs one. 委托协议书，委托方式必填。',
  })
  agreement?: DelegationAgreementInput | null;

  @Field(() => String, {
    description: 'The law or decision that lets it be passed down, 1 to 200 characters. 赋权（下放）依据（1–200 字）。',
  })
  legalBasis!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The admission of duties that it rests on, for the record. 所依据的职责准入（备查）。',
  })
  admissionRequestId?: string | null;

  @Field(() => String, { nullable: true, description: 'Remark for the timeline. 备注。' })
  note?: string | null;
}

@InputType({ description: 'A matter that comes down to townships. 赋权（下放）。' })
export class GrantDelegationInput extends NewDelegationInput {
  @Field(() => ID, { description: 'The department’s matter. 部门的事项。' })
  matterId!: string;

  @Field(() => DelegationMode, { description: 'How it comes down. 赋权（下放）方式。' })
  mode!: DelegationMode;
}

@InputType({ description: 'What every step on a delegation names. 赋权（下放）操作的公共字段。' })
abstract class DelegationStepInput extends CommandInput {
  @Field(() => ID, { description: 'The delegation. 赋权（下放）标识。' })
  id!: string;

  @Field(() => Int, { description: 'The version that was read. 读取时的版本号。' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Remark for the timeline, up to 500 characters. 备注（500 字以内）。' })
  note?: string | null;
}

@InputType({ description: 'More townships for an item, as a batch of their own. 扩大承接范围（另成一批）。' })
export class AddDelegationRecipientsInput extends NewDelegationInput {
  @Field(() => ID, { description: 'The published delegation that goes on. 已公布的赋权（下放）标识。' })
  id!: string;

  @Field(() => Int, { description: 'Its version that was read. 读取时的版本号。' })
  expectedVersion!: number;
}

@InputType({ description: 'A delegation to publish (行政处罚法§24, 行政许可法§24). 公布赋权（下放）。' })
export class PublishDelegationInput extends DelegationStepInput {
  @Field(() => String, { description: 'Number of the document that publishes it. 公布文号。' })
  documentNumber!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Another first day than was drafted, for a draft whose day has passed. 改定的生效日期。',
  })
  effectiveFrom?: string | null;
}

@InputType({ description: 'A draft to drop. 撤回拟定稿。' })
export class WithdrawDelegationInput extends DelegationStepInput {}

@InputType({ description: 'A longer agreement for an entrustment. 续签委托协议。' })
export class RenewAgreementInput extends DelegationStepInput {
  @Field(() => DelegationAgreementInput, { description: 'The new agreement. 新协议。' })
  agreement!: DelegationAgreementInput;
}

@InputType({ description: 'An evaluation of a delegation, as the law asks regularly (行政处罚法§24). 定期评估。' })
export class EvaluateDelegationInput extends DelegationStepInput {
  @Field(() => EvaluationOutcome, { description: 'What it recommends. 评估结论。' })
  outcome!: EvaluationOutcome;
}

@InputType({ description: 'A delegation to take back. 收回赋权（下放）。' })
export class ReclaimDelegationInput extends DelegationStepInput {
  @Field(() => DateScalar, { description: 'First day it no longer holds, today or later. 收回生效日期，不早于今日。' })
  effectiveOn!: string;

  @Field(() => String, { description: 'Legal ground, 1 to 200 characters. 法律依据（1–200 字）。' })
  legalBasis!: string;

  @Field(() => String, { description: 'Number of the decision. 收回决定文号。' })
  documentNumber!: string;

  @Field(() => OpenApplicationsRule, { description: 'What happens to open applications. 在办件处理方式。' })
  openApplications!: OpenApplicationsRule;
}

@InputType({ description: 'A delegation whose agreement or term runs out. 到期终止。' })
export class EndDelegationInput extends DelegationStepInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day it no longer holds; the end of its term when absent. 终止日期，缺省为期限届满日。',
  })
  effectiveOn?: string | null;

  @Field(() => OpenApplicationsRule, { description: 'What happens to open applications. 在办件处理方式。' })
  openApplications!: OpenApplicationsRule;
}

const payload = (name: string, en: string, zh: string) => payloadOf(Delegation, 'delegation', name, { en, zh });

export const GrantDelegationPayload = payload('grantDelegation', 'The draft', '拟定稿');
export const AddDelegationRecipientsPayload = payload(
  'addDelegationRecipients',
  'The draft for the further townships',
  '扩大承接范围的拟定稿',
);
export const PublishDelegationPayload = payload('publishDelegation', 'As it was published', '公布的赋权（下放）');
export const WithdrawDelegationPayload = payload('withdrawDelegation', 'As it was dropped', '撤回的拟定稿');
export const RenewAgreementPayload = payload('renewAgreement', 'With its new agreement', '续签后的赋权（下放）');
export const EvaluateDelegationPayload = payload('evaluateDelegation', 'With its evaluation', '评估后的赋权（下放）');
export const ReclaimDelegationPayload = payload('reclaimDelegation', 'As it was taken back', '收回的赋权（下放）');
export const EndDelegationPayload = payload('endDelegation', 'As it ended', '终止的赋权（下放）');
