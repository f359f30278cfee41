import { DecimalScalar } from '@township-graph/shared/scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { yuanOf } from '../money';
import { PenaltyKind } from '../power/power.enums';
import type { Penalty } from './penalty.rules';

@ObjectType({ description: 'One penalty, proposed or decided. 处罚内容。' })
export class CasePenalty {
  @Field(() => PenaltyKind, { description: 'Kind. 处罚种类。' })
  readonly kind!: PenaltyKind;

  @Field(() => DecimalScalar, { nullable: true, description: 'Sum or value in yuan, of fines and confiscations. 金额（元）。' })
  readonly amount!: string | null;

  @Field(() => Int, { nullable: true, description: 'For how many days; null for good, or where it does not last. 期限（天）。' })
  readonly days!: number | null;

  @Field(() => String, { nullable: true, description: 'What is confiscated, suspended, revoked or stopped. 处罚对象（财物、证照等）。' })
  readonly object!: string | null;

  static of({ kind, fen = null, days = null, object = null }: Penalty): CasePenalty {
    return Object.assign(new CasePenalty(), { kind, amount: fen === null ? null : yuanOf(fen), days, object });
  }
}
