import { Field, InputType, Int } from 'type-graphql';
import { CaseMoveInput } from '../case/case-move.inputs';
import { Respondent } from './return-visit.enums';

@InputType({ description: 'What somebody concerned said of a case that is over. 登记案件回访。' })
export class RecordReturnVisitInput extends CaseMoveInput {
  @Field(() => Respondent, { description: 'Who was asked. 回访对象。' })
  respondent!: Respondent;

  @Field(() => Int, { description: 'Grade, 1 (best) to 5. 满意度等级（1 为最好）。' })
  grade!: number;

  @Field(() => String, { nullable: true, description: 'What was said besides, 500 characters at most. 意见建议（至多 500 字）。' })
  comment?: string | null;
}
