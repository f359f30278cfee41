import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, InputType } from 'type-graphql';
import { Recall } from './recall.entity';
import { RecallState } from './recall.enums';

export const RecallConnection = connectionOf(Recall, 'Recall', '召回');

@InputType({ description: 'Which recalls; all conditions apply together. 召回筛选条件（同时满足）。' })
export class RecallFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'In this division or below it. 区划或其下级。' })
  divisionCode?: string | null;

  @Field(() => [RecallState], { nullable: true, description: 'In one of these states. 状态（任一）。' })
  state?: RecallState[] | null;
}

@ArgsType()
export class RecallListArgs extends PageArgs {
  @Field(() => RecallFilter, { nullable: true, description: 'Which recalls. 筛选条件。' })
  filter?: RecallFilter | null;
}
