import { CreditCodeScalar } from '@township-graph/shared/scalars';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'An organ, by its code and its name. 机关。' })
export class OrganInput {
  @Field(() => CreditCodeScalar, { description: 'Unified social credit code. 统一社会信用代码。' })
  creditCode!: string;

  @Field(() => String, { description: 'Official full name, 1 to 100 characters. 机关全称（1–100 字）。' })
  name!: string;
}
