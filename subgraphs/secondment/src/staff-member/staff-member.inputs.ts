import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { CreditCodeScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, InputType } from 'type-graphql';
import { StaffMember } from './staff-member.entity';
import { EstablishmentKind, FundingKind, PostRank } from './staff-member.enums';

export const StaffMemberConnection = connectionOf(StaffMember, 'StaffMember', '工作人员');

@InputType({ description: 'Which members of staff; all conditions apply together. 工作人员筛选条件（同时满足）。' })
export class StaffMemberFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'Who serve in this division or below it. 服务于该区划或其下级。' })
  divisionCode?: string | null;

  @Field(() => DivisionCodeScalar, { nullable: true, description: 'Whose home is in this division or below it. 编制在该区划或其下级。' })
  homeDivisionCode?: string | null;

  @Field(() => CreditCodeScalar, { nullable: true, description: 'On the establishment of this organisation. 编制所在单位。' })
  homeCreditCode?: string | null;

  @Field(() => [EstablishmentKind], { nullable: true, description: 'On one of these establishments. 编制类型（任一）。' })
  establishmentKind?: EstablishmentKind[] | null;

  @Field(() => [FundingKind], { nullable: true, description: 'Paid for in one of these ways. 经费形式（任一）。' })
  fundingKind?: FundingKind[] | null;

  @Field(() => [PostRank], { nullable: true, description: 'Of one of these levels. 职务层次（任一）。' })
  postRank?: PostRank[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether they hold a leading post. 是否领导职务。' })
  isLeading?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether they serve in another division than their home’s. 是否在外区划服务。' })
  servesElsewhere?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Those who have left instead of those who serve. 查询已离职人员；缺省为在职人员。',
  })
  hasLeft?: boolean | null;
}

@ArgsType()
export class StaffMemberListArgs extends PageArgs {
  @Field(() => StaffMemberFilter, { nullable: true, description: 'Which members of staff. 筛选条件。' })
  filter?: StaffMemberFilter | null;
}
