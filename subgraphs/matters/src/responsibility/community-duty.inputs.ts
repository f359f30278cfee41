import { Field, InputType } from 'type-graphql';

@InputType({ description: 'The three tests of a duty of communities; all of them, or it is not theirs. 三项标准（须同时满足）。' })
export class DutyCriteriaInput {
  @Field(() => Boolean, { description: 'A law or regulation provides for it. 有法律法规依据。' })
  lawBased!: boolean;

  @Field(() => Boolean, { description: 'The Party committee or government above ordered it in writing. 有上级党委、政府明文要求。' })
  orderedInWriting!: boolean;

  @Field(() => Boolean, { description: 'The work really needs it. 确属工作实际需要。' })
  needed!: boolean;
}
