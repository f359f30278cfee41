import { CreditCodeScalar } from '@township-graph/shared/scalars';
import { Field, InputType } from 'type-graphql';
import { PartyKind } from '../power/power.enums';

@InputType({ description: 'Whom an inspection visits or a complaint is about. 被检查（被投诉举报）对象。' })
export class ConcernedPartyInput {
  @Field(() => PartyKind, { description: 'Kind. 类别。' })
  kind!: PartyKind;

  @Field(() => String, { description: 'Name, 1 to 100 characters. 名称（姓名）（1–100 字）。' })
  name!: string;

  @Field(() => CreditCodeScalar, {
    nullable: true,
    description: 'Unified social credit code; no natural person has one. 统一社会信用代码。',
  })
  creditCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Address, to 200 characters. 地址（至多 200 字）。' })
  address?: string | null;
}
