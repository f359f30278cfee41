import { DecimalScalar } from '@township-graph/shared/scalars';
import { Field, InputType } from 'type-graphql';
import { CaseMoveInput, CaseReasonedInput } from '../case/case-move.inputs';
import { DecisionOutcome, NotPunishedGround } from './decision.enums';
import { PenaltyInput } from './penalty.inputs';

@InputType({ description: 'A decision (行政处罚法 §57, §59). 作出处理决定。' })
export class DecideCaseInput extends CaseMoveInput {
  @Field(() => DecisionOutcome, { description: 'What is decided. 决定结果。' })
  outcome!: DecisionOutcome;

  @Field(() => [PenaltyInput], {
    nullable: true,
    description: 'Penalties, no heavier than the party was told (行政处罚法 §45). 处罚内容。',
  })
  penalties?: PenaltyInput[] | null;

  @Field(() => String, { description: 'Facts and evidence, 2000 characters at most. 违法事实和证据。' })
  facts!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is lighter or mitigated; for a minor it must be (行政处罚法 §30, §32). 从轻、减轻理由。',
  })
  mitigation?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Gains that are given back by law, in yuan (行政处罚法 §28②). 依法退赔金额（元）。',
  })
  restituted?: string | null;

  @Field(() => NotPunishedGround, { nullable: true, description: 'Why it is not punished. 不予处罚情形。' })
  ground?: NotPunishedGround | null;

  @Field(() => String, {
    nullable: true,
    description: 'How the party was instructed; where it is not punished it must be (行政处罚法 §33③). 教育情况。',
  })
  education?: string | null;
}

@InputType({ description: 'A decision is revoked. 撤销决定。' })
export class RevokeDecisionInput extends CaseReasonedInput {
  @Field(() => String, {
    description: 'By whose act: the organ’s own, a review decision or judgment. 撤销依据（自行撤销、复议决定、判决）。',
  })
  legalBasis!: string;
}
