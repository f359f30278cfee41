import { DateScalar, DecimalScalar } from '@township-graph/shared/scalars';
import { Field, ID, InputType } from 'type-graphql';
import { CaseMoveInput } from '../case/case-move.inputs';
import { RestitutionManner } from './restitution.enums';

@InputType({ description: 'Something is given back to the party (行政强制法 §41). 登记退还。' })
export class PerformRestitutionInput extends CaseMoveInput {
  @Field(() => ID, { description: 'What is due. 退还事项标识。' })
  restitutionId!: string;

  @Field(() => RestitutionManner, { description: 'How: REFUND of money, all others of things. 退还方式。' })
  manner!: RestitutionManner;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Yuan, no more than is left to be paid back; none where things are returned. 金额（元）。',
  })
  amount?: string | null;

  @Field(() => DateScalar, { description: 'Day, since it is due and by today. 退还日期。' })
  on!: string;

  @Field(() => String, {
    description: 'Number of the voucher of the treasury, or of the party’s receipt. 国库退付凭证或者当事人收据编号。',
  })
  voucher!: string;
}
