import { CommandInput } from '@township-graph/shared/command/command-input';
import { RejectedRow } from '@township-graph/shared/rejected-row';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { NEEDED_COLUMNS } from './matter-import.columns';

@InputType({ description: 'Service matters as CSV text. 以 CSV 文本导入政务服务事项。' })
export class ImportMattersInput extends CommandInput {
  @Field(() => String, {
    description: `CSV with the elements of the implementation list as columns; needed: ${NEEDED_COLUMNS.map((column) => [column].flat()[0]).join(', ')}. Written together or not at all; lists too large for a request are imported by command. 实施清单 CSV 文本，整体写入；大文件请用命令导入。`,
  })
  csv!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Take the good rows although there are bad ones. 忽略错误行，导入其余行。' })
  skipBadRows!: boolean;
}

@ObjectType({ description: 'What became of the rows. 导入结果。' })
export class ImportMattersPayload {
  @Field(() => Int, { description: 'Rows read. 读取行数。' })
  rows!: number;

  @Field(() => Int, { description: 'Rows that added a matter or a place of handling. 新增事项或办理地的行数。' })
  inserted!: number;

  @Field(() => Int, { description: 'Rows that changed a matter: it has a new revision, a draft was replaced. 变更事项的行数。' })
  updated!: number;

  @Field(() => Int, { description: 'Rows that say what is known. 未变化的行数。' })
  unchanged!: number;

  @Field(() => Boolean, { description: 'False when bad rows kept the whole text out. 是否已写入。' })
  isWritten!: boolean;

  @Field(() => [RejectedRow], { description: 'The first hundred rows not taken. 未导入的行（前一百行）。' })
  rejected!: RejectedRow[];
}
