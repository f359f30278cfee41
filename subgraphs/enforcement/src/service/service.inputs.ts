import { DateScalar } from '@township-graph/shared/scalars';
import { Field, InputType } from 'type-graphql';
import { CaseMoveInput } from '../case/case-move.inputs';
import { ServiceMethod } from './service.enums';

@InputType({ description: 'A decision is served (行政处罚法 §61). 送达决定书。' })
export class ServeDecisionInput extends CaseMoveInput {
  @Field(() => ServiceMethod, { description: 'How. 送达方式。' })
  method!: ServiceMethod;

  @Field(() => DateScalar, { description: 'Day it was handed over, or the notice was posted. 送达（公告）日期。' })
  on!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the party signed that it takes documents electronically (行政处罚法 §61②). 是否签订电子送达确认书。',
  })
  isConfirmed?: boolean | null;
}
