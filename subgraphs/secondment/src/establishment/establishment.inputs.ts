import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { CreditCodeScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { EstablishmentKind, FundingKind } from '../staff-member/staff-member.enums';
import { Establishment } from './establishment.entity';
import { EstablishmentTransfer } from './establishment-transfer.entity';

export const EstablishmentConnection = connectionOf(Establishment, 'Establishment', '编制');
export const EstablishmentTransferConnection = connectionOf(EstablishmentTransfer, 'EstablishmentTransfer', '编制划转');

@InputType({ description: 'Which establishments; all conditions apply together. 编制筛选条件（同时满足）。' })
export class EstablishmentFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'In this division or below it. 区划（含下级）。' })
  divisionCode?: string | null;

  @Field(() => CreditCodeScalar, { nullable: true, description: 'Of this organisation. 编制所在单位。' })
  creditCode?: string | null;

  @Field(() => [EstablishmentKind], { nullable: true, description: 'Of one of these kinds. 编制类型（任一）。' })
  kind?: EstablishmentKind[] | null;

  @Field(() => [FundingKind], { nullable: true, description: 'Paid for in one of these ways. 经费形式（任一）。' })
  fundingKind?: FundingKind[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a post is free. 是否有空编。' })
  hasVacancy?: boolean | null;
}

@ArgsType()
export class EstablishmentListArgs extends PageArgs {
  @Field(() => EstablishmentFilter, { nullable: true, description: 'Which establishments. 筛选条件。' })
  filter?: EstablishmentFilter | null;
}

@InputType({ description: 'Which transfers; all conditions apply together. 划转筛选条件（同时满足）。' })
export class EstablishmentTransferFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'From or to this division or below it. 划出或划入该区划（含下级）。' })
  divisionCode?: string | null;

  @Field(() => DivisionCodeScalar, { nullable: true, description: 'To this division or below it. 划入该区划（含下级）。' })
  toDivisionCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'From or to this establishment. 划出或划入该编制。' })
  establishmentId?: string | null;

  @Field(() => [EstablishmentKind], { nullable: true, description: 'Of one of these kinds. 编制类型（任一）。' })
  kind?: EstablishmentKind[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the posts went down, from a county to its townships. 是否由县级下沉乡镇（街道）。',
  })
  isDownward?: boolean | null;
}

@ArgsType()
export class EstablishmentTransferListArgs extends PageArgs {
  @Field(() => EstablishmentTransferFilter, { nullable: true, description: 'Which transfers. 筛选条件。' })
  filter?: EstablishmentTransferFilter | null;
}
