import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, InputType } from 'type-graphql';
import { MovementProposal } from './movement.entity';
import { MovementKind, MovementState, ProposerSide } from './movement.enums';

export const MovementProposalConnection = connectionOf(MovementProposal, 'MovementProposal', '人事调整动议');

@InputType({ description: 'Which movements; all conditions apply together. 人事调整动议筛选条件（同时满足）。' })
export class MovementProposalFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'In this division or below it. 区划或其下级。' })
  divisionCode?: string | null;

  @Field(() => [MovementKind], { nullable: true, description: 'Of one of these kinds. 类别（任一）。' })
  kind?: MovementKind[] | null;

  @Field(() => [MovementState], { nullable: true, description: 'In one of these states. 状态（任一）。' })
  state?: MovementState[] | null;

  @Field(() => [ProposerSide], { nullable: true, description: 'Proposed by one of these. 动议方（任一）。' })
  proposedBy?: ProposerSide[] | null;
}

@ArgsType()
export class MovementProposalListArgs extends PageArgs {
  @Field(() => MovementProposalFilter, { nullable: true, description: 'Which movements. 筛选条件。' })
  filter?: MovementProposalFilter | null;
}
