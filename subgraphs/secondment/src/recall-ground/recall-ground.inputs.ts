import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, InputType } from 'type-graphql';
import { RecallGround } from './recall-ground.entity';

export const RecallGroundConnection = connectionOf(RecallGround, 'RecallGround', '双向互评结果（召回依据）');

@InputType({ description: 'Which grounds of recalls; all conditions apply together. 双向互评结果（召回依据）筛选条件（同时满足）。' })
export class RecallGroundFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'In this division or below it. 区划或其下级。' })
  divisionCode?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether they enable recalls. 是否可申请召回。' })
  isEnabling?: boolean | null;
}

@ArgsType()
export class RecallGroundListArgs extends PageArgs {
  @Field(() => RecallGroundFilter, { nullable: true, description: 'Which grounds of recalls. 筛选条件。' })
  filter?: RecallGroundFilter | null;
}
