import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { DateScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { Placement } from './placement.entity';
import { PlacementKind, PlacementOutcome, PlacementState } from './placement.enums';

export const PlacementConnection = connectionOf(Placement, 'Placement', '人员下沉');

@InputType({ description: 'Which placements; all conditions apply together. 人员下沉筛选条件（同时满足）。' })
export class PlacementFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'In this division or below it. 区划或其下级。' })
  divisionCode?: string | null;

  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description: 'Of who have their home in this division or below it. 原单位所在区划或其下级。',
  })
  homeDivisionCode?: string | null;

  @Field(() => [PlacementKind], { nullable: true, description: 'Of one of these kinds. 下沉方式（任一）。' })
  kind?: PlacementKind[] | null;

  @Field(() => [PlacementState], { nullable: true, description: 'In one of these states. 状态（任一）。' })
  state?: PlacementState[] | null;

  @Field(() => [PlacementOutcome], {
    nullable: true,
    description: 'With one of these outcomes of the latest appraisal. 最近一次考核结果运用（任一）。',
  })
  outcome?: PlacementOutcome[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this selection. 所属选派。' })
  campaignId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether they wait for a free post. 是否待转编。' })
  isConversionDue?: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'That went on on this day. 该日在岗。' })
  onDay?: string | null;
}

@ArgsType()
export class PlacementListArgs extends PageArgs {
  @Field(() => PlacementFilter, { nullable: true, description: 'Which placements. 筛选条件。' })
  filter?: PlacementFilter | null;
}
