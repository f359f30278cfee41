import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { SelectionCampaign } from './campaign.entity';
import { CampaignState } from './campaign.enums';

export const SelectionCampaignConnection = connectionOf(SelectionCampaign, 'SelectionCampaign', '选派');

@InputType({ description: 'Which selections; all conditions apply together. 选派筛选条件（同时满足）。' })
export class SelectionCampaignFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'In this division or below it. 区划或其下级。' })
  divisionCode?: string | null;

  @Field(() => [CampaignState], { nullable: true, description: 'In one of these states. 状态（任一）。' })
  state?: CampaignState[] | null;

  @Field(() => Int, { nullable: true, description: 'Of this year. 年度。' })
  year?: number | null;
}

@ArgsType()
export class SelectionCampaignListArgs extends PageArgs {
  @Field(() => SelectionCampaignFilter, { nullable: true, description: 'Which selections. 筛选条件。' })
  filter?: SelectionCampaignFilter | null;
}
