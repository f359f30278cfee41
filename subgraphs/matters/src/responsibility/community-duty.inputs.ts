import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ResponsibilityItem } from './responsibility-item.entity';

@InputType({ description: 'The three tests of a duty of communities; all of them, or it is not theirs. 三项标准（须同时满足）。' })
export class DutyCriteriaInput {
  @Field(() => Boolean, { description: 'A law or regulation provides for it. 有法律法规依据。' })
  lawBased!: boolean;

  @Field(() => Boolean, { description: 'The Party committee or government above ordered it in writing. 有上级党委、政府明文要求。' })
  orderedInWriting!: boolean;

  @Field(() => Boolean, { description: 'The work really needs it. 确属工作实际需要。' })
  needed!: boolean;
}

@InputType({ description: 'The three tests of one item; what comes of it follows from them. 按三项标准清理一个事项（结果由标准决定）。' })
export class DecideCommunityDutyInput extends CommandInput {
  @Field(() => ID, { description: 'The item, of a clean-up list. 清理清单事项。' })
  itemId!: string;

  @Field(() => Int, { description: 'The version that was read. 读取时的版本号。' })
  expectedVersion!: number;

  @Field(() => DutyCriteriaInput, { description: 'The three tests. 三项标准。' })
  criteria!: DutyCriteriaInput;

  @Field(() => String, { nullable: true, description: 'The law, and the order; needed where there are any. 法律法规依据和上级明文要求。' })
  basis?: string | null;

  @Field(() => ID, { nullable: true, description: 'What takes it up, if anything does. 归并到的事项。' })
  mergedIntoItemId?: string | null;
}

export const DecideCommunityDutyPayload = payloadOf(ResponsibilityItem, 'item', 'decideCommunityDuty', {
  en: 'The item with its outcome',
  zh: '事项及清理结果',
});
