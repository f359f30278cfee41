import { DateScalar, DecimalScalar } from '@township-graph/shared/scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CaseMoveInput, CaseReasonedInput } from '../case/case-move.inputs';
import { Harm } from '../decision/decision.enums';
import { ReviewGround } from '../legal-review/legal-review.enums';
import { EvidenceInput } from './evidence.inputs';
import { SuspensionGround } from './investigation.enums';
import { MeasureKind, MeasureOutcome } from './measure.enums';

@InputType({ description: 'What an investigation brought. 调查取证。' })
export class RecordInvestigationInput extends CaseMoveInput {
  @Field(() => [ID], { description: 'Who investigated: two of the case’s officers at least (行政处罚法 §42). 调查人员（不少于两名）。' })
  officerIds!: string[];

  @Field(() => Boolean, { description: 'Whether certificates were shown (行政处罚法 §55). 是否出示执法证件。' })
  showedCertificates!: boolean;

  @Field(() => [EvidenceInput], { description: 'Evidence. 证据。' })
  evidence!: EvidenceInput[];

  @Field(() => DateScalar, { nullable: true, description: 'Day on which an act that went on was found to have ended. 行为终了日期。' })
  endedOn?: string | null;

  @Field(() => Harm, { nullable: true, description: 'Harm, as it was found. 查明的危害后果。' })
  harm?: Harm | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Unlawful gains found, in yuan. 查明的违法所得（元）。' })
  gains?: string | null;
}

@InputType({ description: 'A thing. 物品。' })
export class MeasuredThingInput {
  @Field(() => String, { description: 'Name. 名称。' })
  name!: string;

  @Field(() => Int, { description: 'How many, 1 or more. 数量。' })
  quantity!: number;
}

@InputType({ description: 'Things are registered and kept as evidence (行政处罚法 §56). 先行登记保存。' })
export class PreserveEvidenceInput extends CaseReasonedInput {
  @Field(() => [MeasuredThingInput], { description: 'The things. 物品清单。' })
  things!: MeasuredThingInput[];

  @Field(() => [ID], { description: 'Two of the case’s officers at least. 执法人员（不少于两名）。' })
  officerIds!: string[];

  @Field(() => String, { description: 'The head of the organ who approved it. 批准的机关负责人。' })
  approvedBy!: string;
}

@InputType({ description: 'Things or places are sealed or seized (行政强制法 §18, §24). 查封、扣押。' })
export class SeizePropertyInput extends CaseReasonedInput {
  @Field(() => MeasureKind, { description: 'SEALING or SEIZURE; FREEZING is refused (行政强制法 §29). 查封或者扣押（不得冻结）。' })
  kind!: MeasureKind;

  @Field(() => [MeasuredThingInput], { description: 'The list, of which the party has a copy. 查封、扣押清单。' })
  things!: MeasuredThingInput[];

  @Field(() => [ID], { description: 'Two of the case’s officers at least. 执法人员（不少于两名）。' })
  officerIds!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'The head of the organ who approved it (行政强制法 §18); none in an emergency. 批准的机关负责人（当场实施的不填）。',
  })
  approvedBy?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'It could not wait: the head is told by approveMeasure within 24 hours (行政强制法 §19). 是否情况紧急当场实施（二十四小时内报告并补办批准）。',
  })
  isEmergency?: boolean | null;

  @Field(() => String, { description: 'Law and article that provide the measure (行政强制法 §10). 法律、法规依据。' })
  legalBasis!: string;
}

@InputType({ description: 'What was sealed or seized in an emergency is reported to the head (行政强制法 §19). 当场查封、扣押补办批准。' })
export class ApproveMeasureInput extends CaseReasonedInput {
  @Field(() => ID, { description: 'The measure. 措施标识。' })
  measureId!: string;

  @Field(() => Boolean, { description: 'Whether the head approves it; if not, it ends at once. 是否批准（不批准的立即解除）。' })
  isApproved!: boolean;
}

@InputType({ description: 'A seizure is extended once (行政强制法 §25). 延长查封、扣押期限。' })
export class ExtendSeizureInput extends CaseReasonedInput {
  @Field(() => ID, { description: 'The measure. 措施标识。' })
  measureId!: string;

  @Field(() => Int, { description: 'By how many days, 1 to 30. 延长天数（1–30）。' })
  days!: number;
}

@InputType({ description: 'What becomes of the things (行政处罚法 §56, 行政强制法 §27, §28). 先行登记保存、查封、扣押的处理（解除）。' })
export class ResolveMeasureInput extends CaseMoveInput {
  @Field(() => ID, { description: 'The measure. 措施标识。' })
  measureId!: string;

  @Field(() => MeasureOutcome, { description: 'What becomes of them. 处理结果。' })
  outcome!: MeasureOutcome;

  @Field(() => MeasureKind, { nullable: true, description: 'Where they are seized from now on: SEALING or SEIZURE. 转为查封或者扣押。' })
  seizedAs?: MeasureKind | null;

  @Field(() => String, { nullable: true, description: 'Then the law and article. 查封、扣押依据。' })
  legalBasis?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Then two of the case’s officers at least (行政强制法 §18(2)). 执法人员（不少于两名）。',
  })
  officerIds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Then the head of the organ who approved it (行政强制法 §18(1)). 批准的机关负责人。',
  })
  approvedBy?: string | null;
}

@InputType({ description: 'An order to put it right (行政处罚法 §28). 责令（限期）改正。' })
export class OrderCorrectionInput extends CaseMoveInput {
  @Field(() => String, { description: 'What is to be put right. 改正内容。' })
  content!: string;

  @Field(() => String, { description: 'Law and article. 依据。' })
  legalBasis!: string;

  @Field(() => DateScalar, { description: 'Until when; today for at once. 改正期限。' })
  dueOn!: string;
}

@InputType({ description: 'Whether it was put right. 复查改正情况。' })
export class CheckCorrectionInput extends CaseMoveInput {
  @Field(() => ID, { description: 'The order. 责令改正标识。' })
  orderId!: string;

  @Field(() => Boolean, { description: 'Whether it was put right. 是否改正。' })
  isCorrected!: boolean;

  @Field(() => String, { description: 'What was found. 复查情况。' })
  finding!: string;
}

@InputType({ description: 'The investigation stands still. 中止调查。' })
export class SuspendCaseInput extends CaseReasonedInput {
  @Field(() => SuspensionGround, { description: 'Ground. 中止情形。' })
  ground!: SuspensionGround;

  @Field(() => String, {
    description: 'The law, regulation or rule that lets the time stand still (行政处罚法 §60). 依据（法律、法规、规章）。',
  })
  legalBasis!: string;
}

@InputType({ description: 'The time to decide is extended (行政处罚法 §60). 延长办案期限。' })
export class ExtendCaseInput extends CaseReasonedInput {
  @Field(() => Int, { description: 'By how many days. 延长天数。' })
  days!: number;

  @Field(() => String, { description: 'The law, regulation or rule that allows it (行政处罚法 §60). 依据（法律、法规、规章）。' })
  legalBasis!: string;
}

@InputType({ description: 'The investigation is over. 调查终结。' })
export class ConcludeInvestigationInput extends CaseMoveInput {
  @Field(() => [ReviewGround], { description: 'Why it must pass legal review; none where it need not (行政处罚法 §58). 法制审核情形。' })
  reviewGrounds!: ReviewGround[];

  @Field(() => Boolean, { description: 'Complex circumstances or a grave act (行政处罚法 §57②). 是否情节复杂或者重大违法。' })
  needsDeliberation!: boolean;
}
