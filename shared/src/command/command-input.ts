import { Field, ID, InputType } from 'type-graphql';

/** What the input of every command may carry. */
@InputType({ description: 'What every command may carry. 变更请求的公共字段。' })
export abstract class CommandInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'A key of your own, 8 to 100 characters, such as a UUID: sent again with the same input it gives the first answer and changes nothing more; with another input it is refused with CONFLICT. Kept 7 days. 幂等键：重复提交同一请求只生效一次并返回首次结果；用于不同请求时拒绝。保留 7 天。',
  })
  idempotencyKey?: string | null;
}
