import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { describeEnum } from '@township-graph/shared/described-enum';
import { DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, InputType } from 'type-graphql';
import { ServicePoint, ServicePointTier } from './service-point.entity';

export const ServicePointConnection = connectionOf(ServicePoint, 'ServicePoint', '政务服务点');

export enum ServicePointOrder {
  PLACE = 'PLACE',
  NAME = 'NAME',
}

describeEnum(
  ServicePointOrder,
  'ServicePointOrder',
  { en: 'Order of service points', zh: '服务点排序' },
  { PLACE: { en: 'By division, then tier', zh: '按区划、层级' }, NAME: { en: 'By name', zh: '按名称' } },
);

@InputType({ description: 'Which service points; all conditions apply together. 服务点筛选条件。' })
export class ServicePointFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'In this division or below it. 该区划及其下级。' })
  divisionCode?: string | null;

  @Field(() => [ServicePointTier], { nullable: true, description: 'Of one of these tiers. 层级（任一）。' })
  tier?: ServicePointTier[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Open day and night, or not. 是否24小时开放。' })
  aroundTheClock?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Text that the name or address contains. 名称或地址包含的文字。' })
  search?: string | null;
}

@ArgsType()
export class ServicePointListArgs extends PageArgs {
  @Field(() => ServicePointFilter, { nullable: true, description: 'Which service points. 筛选条件。' })
  filter?: ServicePointFilter | null;

  @Field(() => ServicePointOrder, { defaultValue: ServicePointOrder.PLACE, description: 'In which order. 排序。' })
  orderBy!: ServicePointOrder;
}
