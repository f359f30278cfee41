import { DateScalar } from '@township-graph/shared/scalars';
import { Field, ID, InputType } from 'type-graphql';
import { CaseMoveInput, CaseReasonedInput } from '../case/case-move.inputs';
import { EvidenceKind, ExclusionGround } from './evidence.enums';

@InputType({ description: 'One piece of evidence. 证据。' })
export class EvidenceInput {
  @Field(() => EvidenceKind, { description: 'Kind. 证据种类。' })
  kind!: EvidenceKind;

  @Field(() => String, { description: 'What it is called. 证据名称。' })
  name!: string;

  @Field(() => String, { description: 'What it proves. 证明内容。' })
  proves!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Day it was taken; today when absent. 取证日期。' })
  collectedOn?: string | null;

  @Field(() => Boolean, { description: 'Whether it was found to be true (行政处罚法 §46②). 是否查证属实。' })
  isVerified!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether an electronic monitoring device took it: then it is found true only after its review (行政处罚法 §41). 是否电子技术监控设备记录。',
  })
  isFromMonitoring?: boolean | null;
}

@InputType({ description: 'Which piece of evidence. 证据操作的公共字段。' })
export abstract class EvidenceMoveInput extends CaseMoveInput {
  @Field(() => ID, { description: 'The evidence. 证据标识。' })
  evidenceId!: string;
}

@InputType({ description: 'Evidence is found to be true (行政处罚法 §46②). 证据查证属实。' })
export class VerifyEvidenceInput extends EvidenceMoveInput {
  @Field(() => String, { description: 'How, 500 characters at most. 查证情况（至多 500 字）。' })
  finding!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Of what a device recorded: the day on which the party was told of it (行政处罚法 §41③). 告知当事人日期。',
  })
  partyToldOn?: string | null;
}

@InputType({ description: 'Legal and technical review of what a device recorded (行政处罚法 §41①②). 电子技术监控记录审核。' })
export class ReviewMonitoringRecordInput extends EvidenceMoveInput {
  @Field(() => Boolean, {
    description:
      'The device meets the standard, stands where it should, is marked and was published; the record is true, clear, complete and exact. 设备符合标准、设置合理、标志明显、地点公布，且记录真实、清晰、完整、准确。',
  })
  isCompliant!: boolean;

  @Field(() => String, { description: 'What the legal review found, 500 characters at most. 法制审核意见（至多 500 字）。' })
  legalOpinion!: string;

  @Field(() => String, { description: 'What the technical review found, 500 characters at most. 技术审核意见（至多 500 字）。' })
  technicalOpinion!: string;
}

@InputType({ description: 'Evidence is excluded (行政处罚法 §46③). 排除证据。' })
export class ExcludeEvidenceInput extends CaseReasonedInput {
  @Field(() => ID, { description: 'The evidence. 证据标识。' })
  evidenceId!: string;

  @Field(() => ExclusionGround, { description: 'Ground. 排除情形。' })
  ground!: ExclusionGround;
}
