import { DateTimeScalar } from '@township-graph/shared/scalars';
import { Field, ID, InputType } from 'type-graphql';
import { CaseMoveInput } from '../case/case-move.inputs';
import { PenaltyInput } from '../decision/penalty.inputs';

@InputType({ description: 'What the party is told before a penalty (行政处罚法 §44). 行政处罚事先告知。' })
export class NotifyPartyInput extends CaseMoveInput {
  @Field(() => [PenaltyInput], { description: 'What is proposed. 拟作出的处罚。' })
  penalties!: PenaltyInput[];

  @Field(() => String, { description: 'Facts, 2000 characters at most. 违法事实。' })
  facts!: string;

  @Field(() => String, { description: 'Reasons, 1000 characters at most. 理由。' })
  reasons!: string;

  @Field(() => String, { nullable: true, description: 'Why it is lighter or mitigated. 从轻、减轻理由。' })
  mitigation?: string | null;
}

@InputType({ description: 'What the party said to it (行政处罚法 §45). 陈述申辩。' })
export class RecordStatementInput extends CaseMoveInput {
  @Field(() => String, {
    nullable: true,
    description: 'What it said; null where it waived its right expressly. 陈述申辩内容，明确放弃的为空。',
  })
  content?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was adopted, in whole or in part. 是否采纳。' })
  isAdopted?: boolean | null;

  @Field(() => String, { nullable: true, description: 'How it was looked into; a statement needs it (行政处罚法 §45). 复核意见。' })
  examination?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the party expressly waives its right to state its case (行政处罚法 §62). 是否明确放弃陈述申辩。',
  })
  waivesStatement?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the party expressly waives a hearing. 是否明确放弃听证。' })
  waivesHearing?: boolean | null;
}

@InputType({ description: 'Time and place of a hearing are told (行政处罚法 §64(2)). 通知听证。' })
export class ScheduleHearingInput extends CaseMoveInput {
  @Field(() => ID, { description: 'Who hosts: none of the investigators, nor the reviewer. 听证主持人。' })
  hostId!: string;

  @Field(() => DateTimeScalar, { description: 'When: seven working days from today at least. 举行时间（至少提前七个工作日通知）。' })
  heldAt!: Date;

  @Field(() => String, { description: 'Where. 地点。' })
  place!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is public; true when absent. 是否公开举行。' })
  isPublic?: boolean | null;
}

@InputType({ description: 'A hearing was held, or the party stayed away (行政处罚法 §64). 举行（终止）听证。' })
export class HoldHearingInput extends CaseMoveInput {
  @Field(() => Boolean, { nullable: true, description: 'Whether the party stayed away or left (行政处罚法 §64(6)). 当事人是否视为放弃。' })
  isAbandoned?: boolean | null;

  @Field(() => String, { description: 'Record, signed by the party or with a remark that it did not (行政处罚法 §64(8)). 听证笔录。' })
  record!: string;

  @Field(() => String, { description: 'Report of the host. 听证报告。' })
  report!: string;
}
