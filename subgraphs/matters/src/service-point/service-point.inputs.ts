import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, InputType } from 'type-graphql';
import { ServicePoint, ServicePointTier } from './service-point.entity';

export const ServicePointConnection = connectionOf(ServicePoint, 'ServicePoint', '政务服务点');

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
}
