import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { describeEnum } from '@township-graph/shared/described-enum';
import { CreditCodeScalar, DateScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { GrantedPower } from './granted-power.entity';
import { PowerGrant } from './power-grant.entity';
import { PowerGrantMode, PowerGrantState } from './power-grant.enums';

export const PowerGrantConnection = connectionOf(PowerGrant, 'PowerGrant', '执法赋权');
export const GrantedPowerConnection = connectionOf(GrantedPower, 'GrantedPower', '赋权事项');

export enum PowerGrantOrder {
  DIVISION = 'DIVISION',
  NEWEST = 'NEWEST',
}

describeEnum(
  PowerGrantOrder,
  'PowerGrantOrder',
  { en: 'Order of grants', zh: '赋权排序' },
  {
    DIVISION: { en: 'By division, then the earliest', zh: '按区划、生效日期' },
    NEWEST: { en: 'Latest to take effect first', zh: '按生效日期倒序' },
  },
);

@InputType({ description: 'Which grants; all conditions apply together. 赋权筛选条件（同时满足）。' })
export class PowerGrantFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'Held in this division or below it. 行使区域在该区划或其下级。' })
  divisionCode?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'In force on this day; today when absent. 该日有效，默认当天。' })
  asOf?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether also those ended or not yet in force; asOf is then ignored. 含已失效、已收回和未生效。',
  })
  includeEnded?: boolean | null;

  @Field(() => [PowerGrantMode], { nullable: true, description: 'Held in one of these ways. 来源方式（任一）。' })
  mode?: PowerGrantMode[] | null;

  @Field(() => [PowerGrantState], { nullable: true, description: 'In one of these states. 状态（任一）。' })
  state?: PowerGrantState[] | null;

  @Field(() => ID, { nullable: true, description: 'That hold this power. 含该执法事项。' })
  powerId?: string | null;

  @Field(() => CreditCodeScalar, { nullable: true, description: 'Held by this organ. 承接机关。' })
  holder?: string | null;
}

@ArgsType()
export class PowerGrantListArgs extends PageArgs {
  @Field(() => PowerGrantFilter, { nullable: true, description: 'Which grants. 筛选条件。' })
  filter?: PowerGrantFilter | null;

  @Field(() => PowerGrantOrder, { defaultValue: PowerGrantOrder.DIVISION, description: 'In which order. 排序。' })
  orderBy!: PowerGrantOrder;
}

@ArgsType()
export class GrantedPowerArgs extends PageArgs {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Those held on this day; all that were ever in it when absent. 该日有效的，默认全部。',
  })
  asOf?: string | null;
}
