import { Field, InputType } from 'type-graphql';
import { CaseMoveInput } from '../case/case-move.inputs';

@InputType({ description: 'The heads of the organ deliberate (行政处罚法 §57②). 集体讨论。' })
export class DeliberateCaseInput extends CaseMoveInput {
  @Field(() => [String], { description: 'Who takes part: three at least. 参加人员（不少于三人）。' })
  participants!: string[];

  @Field(() => String, { description: 'Record. 讨论笔录。' })
  record!: string;

  @Field(() => String, { description: 'What they come to. 讨论结论。' })
  conclusion!: string;
}
