import { Field, InputType, Int } from 'type-graphql';
import { CommandInput } from '../command/command-input';

@InputType({ description: 'Something done to what was read before. 对已读取对象的操作。' })
export abstract class CourseMoveInput extends CommandInput {
  @Field(() => Int, { description: 'The version that was read; CONFLICT (STALE_VERSION) if it has changed. 读取时的版本号。' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'A remark for the course, to 500 characters. 备注（至多 500 字）。' })
  note?: string | null;
}
