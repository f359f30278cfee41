import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A field of enforcement, with the powers in it that were asked for. 执法领域及其事项数。' })
export class EnforcementDomain {
  @Field(() => String, { description: 'Name, such as 城市管理. 领域名称。' })
  readonly name!: string;

  @Field(() => Int, { description: 'How many powers. 事项数。' })
  readonly powers!: number;
}
