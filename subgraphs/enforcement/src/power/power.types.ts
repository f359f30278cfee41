import { DecimalScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';
import { FineUnit, PartyKind } from './power.enums';

@ObjectType({ description: 'How much may be fined. 罚款幅度。' })
export class FineRange {
  @Field(() => PartyKind, { nullable: true, description: 'For parties of this kind; null for all. 适用的相对人类别，空为不分类别。' })
  readonly partyKind!: PartyKind | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'At least, in the unit; null where the law names no least. 下限。' })
  readonly minimum!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'At most, in the unit; null where the law names no most. 上限。' })
  readonly maximum!: string | null;

  @Field(() => FineUnit, { description: 'What it is measured in. 计算单位。' })
  readonly unit!: FineUnit;

  @Field(() => String, { nullable: true, description: 'What a multiple or percentage is of; null for yuan. 倍数、比例的基数。' })
  readonly base!: string | null;
}

@ObjectType({
  description:
    'From which amount a fine or a confiscation is large, so that a hearing may be asked for (行政处罚法§63). 听证标准（较大数额）。',
})
export class HearingThreshold {
  @Field(() => PartyKind, { description: 'For parties of this kind. 适用的相对人类别。' })
  readonly partyKind!: PartyKind;

  @Field(() => DecimalScalar, { description: 'Yuan, this amount included. 金额（元，含本数）。' })
  readonly amount!: string;
}
