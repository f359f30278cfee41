import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, InputType } from 'type-graphql';
import { ThreePower, ThreePowersState } from './three-powers.enums';
import { ThreePowersGrant } from './three-powers-grant.entity';

export const ThreePowersGrantConnection = connectionOf(ThreePowersGrant, 'ThreePowersGrant', '“三权”授予');

@InputType({ description: 'Which grants of the three powers; all conditions apply together. “三权”授予筛选条件（同时满足）。' })
export class ThreePowersGrantFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'In this division or below it. 区划或其下级。' })
  divisionCode?: string | null;

  @Field(() => [ThreePower], { nullable: true, description: 'Of one of these powers. 权力类别（任一）。' })
  power?: ThreePower[] | null;

  @Field(() => [ThreePowersState], { nullable: true, description: 'In one of these states. 状态（任一）。' })
  state?: ThreePowersState[] | null;
}

@ArgsType()
export class ThreePowersGrantListArgs extends PageArgs {
  @Field(() => ThreePowersGrantFilter, { nullable: true, description: 'Which grants of the three powers. 筛选条件。' })
  filter?: ThreePowersGrantFilter | null;
}
