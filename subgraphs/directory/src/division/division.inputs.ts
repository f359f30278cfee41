import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { DivisionKind, DivisionLevel } from '@township-graph/shared/division-code';
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

@ArgsType()
export class DivisionListArgs extends PageArgs {
  @Field(() => DivisionFilter, { nullable: true, description: 'Which divisions. 筛选条件。' })
  filter?: DivisionFilter | null;
}

@ArgsType()
export class DescendantArgs extends DivisionListArgs {
  @Field(() => DivisionLevel, { nullable: true, description: 'Only those of this level. 仅该层级。' })
  level?: DivisionLevel | null;
}

@InputType({ description: 'A division that ceases to exist. 撤销区划。' })
export class AbolishDivisionInput {
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
