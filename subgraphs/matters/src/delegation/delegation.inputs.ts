import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { describeEnum } from '@township-graph/shared/described-enum';
import { DateScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, InputType } from 'type-graphql';
import { Delegation } from './delegation.entity';
import { DelegationMode, DelegationState } from './delegation.enums';

export const DelegationConnection = connectionOf(Delegation, 'Delegation', '赋权（下放）');

export enum DelegationOrder {
  ITEM = 'ITEM',
  NEWEST = 'NEWEST',
}

describeEnum(
  DelegationOrder,
  'DelegationOrder',
  { en: 'Order of delegations', zh: '赋权（下放）排序' },
  {
    ITEM: { en: 'By catalogue item', zh: '按基本编码' },
    NEWEST: { en: 'Latest to take effect first', zh: '按生效日期倒序' },
  },
);

@InputType({ description: 'Which delegations; all conditions apply together. 赋权（下放）筛选条件。' })
export class DelegationFilter {
  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description:
      'By a county in this division; of a township or village: to it or below. 该区划内各县（市、区）下放的；乡镇、村则为其承接的。',
  })
  divisionCode?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'In force on this day; today when absent. 该日有效，默认当天。' })
  asOf?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether also those ended, reclaimed or not yet in force; asOf is then ignored. 含已失效、已收回和未生效。',
  })
  includeEnded?: boolean | null;

  @Field(() => [DelegationMode], { nullable: true, description: 'In one of these modes. 下放方式（任一）。' })
  mode?: DelegationMode[] | null;

  @Field(() => [DelegationState], {
    nullable: true,
    description:
      'In one of these states; whatever was published when absent, so also what was in force on the day and reclaimed since. 状态（任一），默认凡已公布的，含其后收回、终止的。',
  })
  state?: DelegationState[] | null;

  @Field(() => String, { nullable: true, description: 'Of this batch. 批次编号。' })
  batchNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Of this catalogue item. 基本编码。' })
  basicCode?: string | null;
}

@ArgsType()
export class DelegationListArgs extends PageArgs {
  @Field(() => DelegationFilter, { nullable: true, description: 'Which delegations. 筛选条件。' })
  filter?: DelegationFilter | null;

  @Field(() => DelegationOrder, { defaultValue: DelegationOrder.ITEM, description: 'In which order. 排序。' })
  orderBy!: DelegationOrder;
}
