import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { describeEnum } from '@township-graph/shared/described-enum';
import { DateScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, InputType } from 'type-graphql';
import { PowerGrantMode } from '../power-grant/power-grant.enums';
import { EnforcementPower } from './power.entity';
import { PenaltyKind } from './power.enums';

export const EnforcementPowerConnection = connectionOf(EnforcementPower, 'EnforcementPower', '执法事项');

export enum EnforcementPowerOrder {
  CODE = 'CODE',
  DOMAIN = 'DOMAIN',
}

describeEnum(
  EnforcementPowerOrder,
  'EnforcementPowerOrder',
  { en: 'Order of powers', zh: '执法事项排序' },
  {
    CODE: { en: 'By code', zh: '按编码' },
    DOMAIN: { en: 'By field of enforcement, then code', zh: '按执法领域' },
  },
);

@InputType({ description: 'Which powers; all conditions apply together. 执法事项筛选条件（同时满足）。' })
export class EnforcementPowerFilter {
  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description: 'Held by an organ in this division or below it, on the day of `asOf`. 在该区划或其下级有机关承接（按 asOf 日期）。',
  })
  divisionCode?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Held on this day; today when absent, if a division or a way of holding is named. 该日有效，指明区划或来源方式时默认当天。',
  })
  asOf?: string | null;

  @Field(() => [PowerGrantMode], { nullable: true, description: 'Held in one of these ways on the day. 来源方式（任一，按 asOf 日期）。' })
  mode?: PowerGrantMode[] | null;

  @Field(() => [String], { nullable: true, description: 'In one of these fields of enforcement. 执法领域（任一）。' })
  domain?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Text that the cause contains. 案由包含的文字。' })
  search?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'That occur often, or not. 是否高频事项。' })
  frequent?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'That take professional means, or not. 是否专业领域。' })
  professional?: boolean | null;

  @Field(() => PenaltyKind, { nullable: true, description: 'For which this penalty is provided. 法定处罚种类包含此项。' })
  penaltyKind?: PenaltyKind | null;

  @Field(() => Boolean, { nullable: true, description: 'Generated for demonstration, or not. 是否为演示生成。' })
  isDemonstration?: boolean | null;
}

@ArgsType()
export class EnforcementPowerListArgs extends PageArgs {
  @Field(() => EnforcementPowerFilter, { nullable: true, description: 'Which powers. 筛选条件。' })
  filter?: EnforcementPowerFilter | null;

  @Field(() => EnforcementPowerOrder, { defaultValue: EnforcementPowerOrder.CODE, description: 'In which order. 排序。' })
  orderBy!: EnforcementPowerOrder;
}

@ArgsType()
export class DivisionPowersArgs extends EnforcementPowerListArgs {
  @Field(() => DateScalar, { nullable: true, description: 'On this day; today when absent. 截至该日，默认当天。' })
  asOf?: string | null;
}
