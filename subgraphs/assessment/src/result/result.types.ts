import { DecimalScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'The score of one indicator in a result. 结果中的指标得分。' })
export class ScorePart {
  @Field(() => String, { description: 'Code of the indicator. 指标代码。' })
  readonly indicator!: string;

  @Field(() => DecimalScalar, { description: 'Weight. 权重。' })
  readonly weight!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Score, 0 to 100, rounded to six digits; null where it is missing. 得分。' })
  readonly score!: string | null;
}

@ObjectType({ description: 'A part that is missing: nothing is made up for it. 缺失部分（不按比例补足）。' })
export class MissingScorePart {
  @Field(() => String, { description: 'Code of the indicator. 指标代码。' })
  readonly indicator!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the raters whose cards are missing; null for what the graph was asked. 缺评分的主体代码。',
  })
  readonly rater!: string | null;

  @Field(() => String, { description: 'Why, such as CARDS_MISSING or UNREACHABLE. 原因。' })
  readonly reason!: string;
}
