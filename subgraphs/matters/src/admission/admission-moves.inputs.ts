import { CommandInput } from '@township-graph/shared/command/command-input';
import { DateScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DutyCriteriaInput } from '../responsibility/community-duty.inputs';
import { AdmissionConditions } from './admission.conditions';
import { AdmissionKind, AdmissionReviewKind, EvaluationResult, OpenCasesRule, RecipientOpinion } from './admission.enums';

@InputType({ description: 'Which request, as it was read. 针对的申请及读取时的版本。' })
abstract class AdmissionMoveInput extends CommandInput {
  @Field(() => ID, { description: 'The request. 申请。' })
  admissionId!: string;

  @Field(() => Int, { description: 'The version that was read. 读取时的版本号。' })
  expectedVersion!: number;
}

@InputType({ description: 'A step of a body. 某机构作出的步骤。' })
abstract class AdmissionBodyInput extends AdmissionMoveInput {
  @Field(() => String, { description: 'The body that takes the step, by name. 作出机构名称。' })
  body!: string;
}

@InputType({ description: 'A step of a body, with its reason. 某机构作出的步骤及理由。' })
abstract class AdmissionReasonInput extends AdmissionBodyInput {
  @Field(() => String, { description: 'Why. 理由。' })
  reason!: string;
}

@InputType({ description: 'A department drafts a request. 部门拟提出准入申请。' })
export class DraftAdmissionInput extends CommandInput {
  @Field(() => DivisionCodeScalar, { description: 'The division of the department. 部门所在区划。' })
  divisionCode!: string;

  @Field(() => String, { description: 'The department, by name; its credit code is the token’s. 部门名称（代码取自令牌）。' })
  departmentName!: string;

  @Field(() => AdmissionKind, { description: 'What asks to be admitted. 准入类别。' })
  kind!: AdmissionKind;

  @Field(() => String, { description: 'The duty or task. 职责（事项）名称。' })
  dutyName!: string;

  @Field(() => String, { nullable: true, description: 'The catalogue item that it is. 基本编码。' })
  basicCode?: string | null;

  @Field(() => AdmissionConditions, { description: 'What comes with it. 准入条件。' })
  conditions!: AdmissionConditions;

  @Field(() => DutyCriteriaInput, { nullable: true, description: 'The three tests; of tasks. 三项标准（交办、社区事项）。' })
  criteria?: DutyCriteriaInput | null;

  @Field(() => [DivisionCodeScalar], { description: 'Who is to carry it out. 承接方。' })
  recipients!: string[];
}

@InputType({ description: 'The department says it anew. 部门修改或补充申请。' })
export class AmendAdmissionInput extends AdmissionMoveInput {
  @Field(() => AdmissionKind, { description: 'What asks to be admitted. 准入类别。' })
  kind!: AdmissionKind;

  @Field(() => String, { description: 'The duty or task. 职责（事项）名称。' })
  dutyName!: string;

  @Field(() => String, { nullable: true, description: 'The catalogue item that it is. 基本编码。' })
  basicCode?: string | null;

  @Field(() => AdmissionConditions, { description: 'What comes with it. 准入条件。' })
  conditions!: AdmissionConditions;

  @Field(() => DutyCriteriaInput, { nullable: true, description: 'The three tests; of tasks. 三项标准（交办、社区事项）。' })
  criteria?: DutyCriteriaInput | null;

  @Field(() => [DivisionCodeScalar], { description: 'Who is to carry it out. 承接方。' })
  recipients!: string[];
}

@InputType({ description: 'The department applies in writing. 书面申请。' })
export class SubmitAdmissionInput extends AdmissionMoveInput {}

@InputType({ description: 'The department withdraws. 部门撤回。' })
export class WithdrawAdmissionInput extends AdmissionMoveInput {
  @Field(() => String, { description: 'Why. 理由。' })
  reason!: string;
}

@InputType({ description: 'One of the two reviews passes it. 编办审核或合法性审核通过。' })
export class PassAdmissionReviewInput extends AdmissionBodyInput {
  @Field(() => AdmissionReviewKind, { description: 'Which of the two. 审核类别。' })
  review!: AdmissionReviewKind;

  @Field(() => String, { description: 'Its opinion. 审核意见。' })
  opinion!: string;
}

@InputType({ description: 'It goes back to the department to be completed. 退回补充。' })
export class ReturnAdmissionInput extends AdmissionReasonInput {}

@InputType({ description: 'It is not admitted. 不予准入。' })
export class RejectAdmissionInput extends AdmissionReasonInput {}

@InputType({ description: 'A township or village says what it thinks. 镇街（村社区）意见。' })
export class GiveAdmissionOpinionInput extends CommandInput {
  @Field(() => ID, { description: 'The request. 申请。' })
  admissionId!: string;

  @Field(() => DivisionCodeScalar, { description: 'Which recipient speaks. 提出意见的承接方。' })
  divisionCode!: string;

  @Field(() => Int, { description: 'The version of the recipient that was read. 读取时承接方的版本号。' })
  expectedVersion!: number;

  @Field(() => RecipientOpinion, { description: 'Whether it agrees. 意见。' })
  opinion!: RecipientOpinion;

  @Field(() => String, { nullable: true, description: 'Reasons or conditions; needed unless it agrees. 理由或条件（同意以外必填）。' })
  reason?: string | null;
}

@InputType({ description: 'The joint council is convened. 提交联席会议。' })
export class ConveneAdmissionCouncilInput extends AdmissionBodyInput {}

@InputType({ description: 'The joint council is for it. 联席会议审议通过。' })
export class PassAdmissionCouncilInput extends AdmissionBodyInput {
  @Field(() => String, { description: 'What it decided. 审议意见。' })
  opinion!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it answers to objections and conditions; needed where there are any. 对不同意见和条件的答复。',
  })
  answer?: string | null;
}

@InputType({ description: 'The government approves; it is published for all who are open. 政府批准并对其余全部承接方公布。' })
export class PublishAdmissionInput extends AdmissionBodyInput {
  @Field(() => String, { description: 'Document of the approval. 批准文号。' })
  documentNumber!: string;

  @Field(() => DateScalar, { description: 'First day in force, today or later. 生效日期（不早于当日）。' })
  effectiveFrom!: string;
}

@InputType({ description: 'The government approves it for some. 分批公布。' })
export class PublishAdmissionBatchInput extends PublishAdmissionInput {
  @Field(() => [DivisionCodeScalar], { description: 'For whom. 本批承接方。' })
  recipients!: string[];
}

@InputType({ description: 'No batch will follow. 不再分批，其余不下放。' })
export class CloseAdmissionBatchesInput extends AdmissionReasonInput {}

@InputType({ description: 'A regular evaluation. 定期评估。' })
export class EvaluateAdmissionInput extends AdmissionBodyInput {
  @Field(() => EvaluationResult, { description: 'What it comes to. 评估结论。' })
  result!: EvaluationResult;

  @Field(() => Boolean, { description: 'Whether the staff is enough. 人员是否充足。' })
  staffAdequate!: boolean;

  @Field(() => Boolean, { description: 'Whether the funds are enough. 经费是否充足。' })
  fundsAdequate!: boolean;

  @Field(() => String, { description: 'What was found. 评估情况。' })
  findings!: string;
}

@InputType({ description: 'The department drafts a new edition. 部门提出调整（新版本）。' })
export class AdjustAdmissionInput extends AdmissionMoveInput {
  @Field(() => String, { description: 'Why. 理由。' })
  reason!: string;
}

@InputType({ description: 'It ends for all. 取消。' })
export class AbolishAdmissionInput extends AdmissionReasonInput {
  @Field(() => String, { description: 'Document. 文号。' })
  documentNumber!: string;

  @Field(() => String, { description: 'Legal basis. 法律依据。' })
  legalBasis!: string;

  @Field(() => DateScalar, { description: 'First day it no longer holds, today or later. 失效日期（不早于当日）。' })
  endsOn!: string;
}

@InputType({ description: 'The department takes it back. 收回。' })
export class ReclaimAdmissionInput extends AbolishAdmissionInput {
  @Field(() => OpenCasesRule, { description: 'What becomes of open cases. 未办结事项的处理。' })
  openCases!: OpenCasesRule;
}
