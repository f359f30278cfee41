import { Field, ID, InputType } from 'type-graphql';
import { CaseMoveInput, CaseReasonedInput } from '../case/case-move.inputs';
import { RecusalApplicant, RecusalGround } from './recusal.enums';

@InputType({ description: 'That an officer be recused (行政处罚法 §43①②). 登记回避申请。' })
export class ApplyForRecusalInput extends CaseMoveInput {
  @Field(() => ID, { description: 'The officer: who investigates, reviews or hosts, or is about to. 被申请回避的人员。' })
  officerId!: string;

  @Field(() => RecusalApplicant, { description: 'Who asks. 申请人。' })
  applicant!: RecusalApplicant;

  @Field(() => RecusalGround, { description: 'Ground. 回避事由。' })
  ground!: RecusalGround;

  @Field(() => String, { description: 'The facts behind it, 500 characters at most. 具体情况（至多 500 字）。' })
  facts!: string;
}

@InputType({ description: 'The head of the organ decides on it (行政处罚法 §43③). 作出回避决定。' })
export class DecideRecusalInput extends CaseReasonedInput {
  @Field(() => ID, { description: 'The application. 回避申请标识。' })
  recusalId!: string;

  @Field(() => Boolean, { description: 'Whether the officer is recused. 是否准予回避。' })
  isGranted!: boolean;
}
