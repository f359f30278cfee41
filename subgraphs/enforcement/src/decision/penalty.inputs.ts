import { DecimalScalar } from '@township-graph/shared/scalars';
import { Field, InputType, Int } from 'type-graphql';
import { PenaltyKind } from '../power/power.enums';

@InputType({ description: 'One penalty. 处罚内容。' })
export class PenaltyInput {
  @Field(() => PenaltyKind, { description: 'Kind. 处罚种类。' })
  kind!: PenaltyKind;

  @Field(() => DecimalScalar, { nullable: true, description: 'Sum or value in yuan; fines and confiscations have one. 金额（元）。' })
  amount?: string | null;

  @Field(() => Int, { nullable: true, description: 'For how many days; null for good. 期限（天）。' })
  days?: number | null;

  @Field(() => String, { nullable: true, description: 'What is confiscated, suspended, revoked or stopped. 处罚对象。' })
  object?: string | null;
}
