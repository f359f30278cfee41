import { Field, ID, InputType } from 'type-graphql';
import { CaseMoveInput } from '../case/case-move.inputs';
import { ReviewResult } from './legal-review.enums';

@InputType({ description: 'A legal review (行政处罚法 §58). 法制审核。' })
export class ReviewCaseInput extends CaseMoveInput {
  @Field(() => ID, { description: 'Who reviews: an officer who does reviews, and not one of the investigators. 法制审核人员。' })
  reviewerId!: string;

  @Field(() => ReviewResult, { description: 'Whether it passes. 审核结论。' })
  result!: ReviewResult;

  @Field(() => String, { description: 'Opinion, 2000 characters at most. 审核意见。' })
  opinion!: string;
}
