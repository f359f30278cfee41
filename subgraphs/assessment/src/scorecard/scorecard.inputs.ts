import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { IndicatorScore, Scorecard } from './scorecard.entity';

export const ScorecardConnection = connectionOf(Scorecard, 'Scorecard', '评分表');

@InputType({ description: 'Which cards; all conditions apply together. 评分表筛选条件（同时满足）。' })
export class ScorecardFilter {
  @Field(() => ID, { nullable: true, description: 'Of this round. 考核轮次。' })
  roundId?: string | null;

  @Field(() => ID, { nullable: true, description: 'By this rater. 评分人。' })
  raterId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For this subject. 考核对象。' })
  roundSubjectId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Late, or in time. 是否逾期。' })
  late?: boolean | null;
}

@ArgsType()
export class ScorecardListArgs extends PageArgs {
  @Field(() => ScorecardFilter, { nullable: true, description: 'Which cards. 筛选条件。' })
  filter?: ScorecardFilter | null;
}

@InputType({ description: 'A card, or a change of one. 评分表（或其更改）。' })
export class SubmitScorecardInput extends CommandInput {
  @Field(() => ID, { description: 'The rater that the viewer is. 评分人标识（须为本人或本单位）。' })
  raterId!: string;

  @Field(() => ID, { description: 'Who is rated. 考核对象标识。' })
  roundSubjectId!: string;

  @Field(() => [IndicatorScore], { description: 'One score for each indicator that raters score. 每项打分指标一个得分。' })
  scores!: IndicatorScore[];

  @Field(() => Int, { nullable: true, description: 'The version of the card that is changed. 更改时：读取时的版本号。' })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'Why it is changed, 1 to 400 characters. 更改理由（更改时必填）。' })
  reason?: string | null;
}

export const SubmitScorecardPayload = payloadOf(Scorecard, 'scorecard', 'submitScorecard', {
  en: 'The card as it is now',
  zh: '评分表（最新）',
});
