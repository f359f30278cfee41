import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { DateScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { OrganInput } from '../organization/organ.input';
import { PowerGrant } from './power-grant.entity';
import { OpenCasesRule, PowerGrantEvaluationOutcome, PowerGrantMode } from './power-grant.enums';

@InputType({ description: 'A written agreement of entrustment (行政处罚法§20). 委托书。' })
export class PowerGrantAgreementInput {
  @Field(() => String, { description: 'Document number, 1 to 100 characters. 文号（1–100 字）。' })
  number!: string;

  @Field(() => DateScalar, { description: 'Day it was signed, today or before. 签订日期。' })
  signedOn!: string;

  @Field(() => DateScalar, { description: 'First day it no longer holds. 协议失效日期。' })
  validTo!: string;
}

@InputType({ description: 'How it was published (行政处罚法§20, §24). 公布情况。' })
export class PowerGrantPublicationInput {
  @Field(() => DateScalar, { description: 'Day of publication, today or before. 公布日期。' })
  publishedOn!: string;

  @Field(() => String, { description: 'Number of the document, 1 to 100 characters. 公布文号（1–100 字）。' })
  documentNumber!: string;
}

@InputType({ description: 'Powers that an organ is to hold in a division, and the act that says so. 赋权内容。' })
export class GrantPowerInput extends CommandInput {
  @Field(() => PowerGrantMode, { description: 'How they are held. 来源方式。' })
  mode!: PowerGrantMode;

  @Field(() => DivisionCodeScalar, {
    description: 'The township; of a concentrated list the county. 行使区域：乡镇（街道），相对集中的为县。',
  })
  divisionCode!: string;

  @Field(() => [ID], { description: 'The powers, 1 to 500. 执法事项，1–500 项。' })
  powerIds!: string[];

  @Field(() => OrganInput, { description: 'The organ that is to hold them. 承接（行使）机关。' })
  holder!: OrganInput;

  @Field(() => OrganInput, {
    nullable: true,
    description: 'The department that they come from: of a grant or an entrustment. 原实施（委托）部门，赋权、委托必填。',
  })
  department?: OrganInput | null;

  @Field(() => String, { description: 'The law that lets it be held so, 1 to 200 characters. 法律依据（1–200 字）。' })
  legalBasis!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the province’s decision: of a grant or a concentration. 省级人民政府决定文号，赋权、相对集中必填。',
  })
  decisionNumber?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'How it was found that the holder can carry them, to 500 characters: of a grant or an entrustment. 承接能力评估意见，赋权、委托必填。',
  })
  capability?: string | null;

  @Field(() => PowerGrantAgreementInput, { nullable: true, description: 'The agreement, of an entrustment alone. 委托书，仅委托必填。' })
  agreement?: PowerGrantAgreementInput | null;

  @Field(() => PowerGrantPublicationInput, {
    nullable: true,
    description: 'How it was published; needed unless the law itself gives them. 公布情况，法定职权以外必填。',
  })
  publication?: PowerGrantPublicationInput | null;

  @Field(() => DateScalar, { description: 'First day in force, today or later. 生效日期（不早于今日）。' })
  effectiveFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day no longer in force; of an entrustment its agreement’s when absent. 失效日期；委托缺省为协议失效日期。',
  })
  effectiveTo?: string | null;

  @Field(() => String, { nullable: true, description: 'A remark for the course, to 500 characters. 备注（至多 500 字）。' })
  note?: string | null;
}

@InputType({ description: 'Something done to a grant that was read before. 对赋权的操作。' })
abstract class PowerGrantMoveInput extends CommandInput {
  @Field(() => ID, { description: 'The grant. 赋权标识。' })
  grantId!: string;

  @Field(() => Int, { description: 'The version that was read; CONFLICT (STALE_VERSION) if it has changed. 读取时的版本号。' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'A remark for the course, to 500 characters. 备注（至多 500 字）。' })
  note?: string | null;
}

@InputType({ description: 'A longer agreement. 续签内容。' })
export class RenewEntrustmentInput extends PowerGrantMoveInput {
  @Field(() => PowerGrantAgreementInput, { description: 'The new agreement, of a longer term. 新的委托书（期限更长）。' })
  agreement!: PowerGrantAgreementInput;
}

@InputType({ description: 'An evaluation. 评估内容。' })
export class EvaluatePowerGrantInput extends PowerGrantMoveInput {
  @Field(() => PowerGrantEvaluationOutcome, { description: 'What it recommends. 评估结论。' })
  outcome!: PowerGrantEvaluationOutcome;
}

@InputType({ description: 'Powers that are taken back. 收回内容。' })
export class ReclaimPowerInput extends PowerGrantMoveInput {
  @Field(() => [ID], { nullable: true, description: 'Which of its powers; all that are left when absent. 收回的事项，缺省为全部。' })
  powerIds?: string[] | null;

  @Field(() => DateScalar, { description: 'First day they are no longer held, today or later. 收回生效日期（不早于今日）。' })
  effectiveOn!: string;

  @Field(() => String, { description: 'Legal ground, 1 to 200 characters. 法律依据（1–200 字）。' })
  legalBasis!: string;

  @Field(() => String, { description: 'Number of the decision, 1 to 100 characters. 文号（1–100 字）。' })
  documentNumber!: string;

  @Field(() => OpenCasesRule, { description: 'What happens to open cases. 在办案件处理方式。' })
  openCases!: OpenCasesRule;
}

const WORDS = { en: 'The grant as it is now', zh: '操作后的赋权' };

export const GrantPowerPayload = payloadOf(PowerGrant, 'powerGrant', 'grantPower', WORDS);
export const RenewEntrustmentPayload = payloadOf(PowerGrant, 'powerGrant', 'renewEntrustment', WORDS);
export const EvaluatePowerGrantPayload = payloadOf(PowerGrant, 'powerGrant', 'evaluatePowerGrant', WORDS);
export const ReclaimPowerPayload = payloadOf(PowerGrant, 'powerGrant', 'reclaimPower', WORDS);
