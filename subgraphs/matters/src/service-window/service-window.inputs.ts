import { CommandInput } from '@township-graph/shared/command/command-input';
import { Field, ID, InputType, Int } from 'type-graphql';
import { MatterKind } from '../matter/matter.enums';

@InputType({ description: 'A new window. 新增窗口。' })
export class AddWindowInput extends CommandInput {
  @Field(() => ID, { description: 'Where. 服务点。' })
  servicePointId!: string;

  @Field(() => Int, { description: 'Number on its sign, 1 to 999. 窗口号（1–999）。' })
  number!: number;

  @Field(() => String, { description: 'Name on its sign, 1 to 50 characters. 窗口名称（1–50 字）。' })
  name!: string;

  @Field(() => [MatterKind], { nullable: true, description: 'Kinds of matters it serves; all when absent. 受理的事项类型，缺省为全部。' })
  kinds?: MatterKind[] | null;
}

/** What every command on one window is given. */
@InputType({ description: 'A window, as it was read. 指定窗口。' })
abstract class WindowInput extends CommandInput {
  @Field(() => ID, { description: 'The window. 窗口标识。' })
  windowId!: string;

  @Field(() => Int, { description: 'The version that was read. 读取时的版本号。' })
  expectedVersion!: number;
}

@InputType({ description: 'What is to change of a window. 调整窗口。' })
export class ChangeWindowInput extends WindowInput {
  @Field(() => String, { nullable: true, description: 'New name; as it is when absent. 名称，缺省不变。' })
  name?: string | null;

  @Field(() => [MatterKind], {
    nullable: true,
    description: 'Kinds of matters it serves, an empty list for all; as it is when absent. 受理的事项类型，空列表表示全部，缺省不变。',
  })
  kinds?: MatterKind[] | null;
}

@InputType({ description: 'A window at which the caller sits down. 开窗。' })
export class OpenWindowInput extends WindowInput {}

@InputType({ description: 'A window that its clerk leaves for a while. 暂停窗口。' })
export class PauseWindowInput extends WindowInput {}

@InputType({ description: 'A window that its clerk leaves. 关窗。' })
export class CloseWindowInput extends WindowInput {}
