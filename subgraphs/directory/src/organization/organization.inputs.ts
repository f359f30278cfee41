import { CommandInput } from '@township-graph/shared/command/command-input';
import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { describeEnum } from '@township-graph/shared/described-enum';
import { OrganizationKind } from '@township-graph/shared/organization-kind';
import { CreditCodeScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Organization } from './organization.entity';

export const OrganizationConnection = connectionOf(Organization, 'Organization', '机构');

@InputType({ description: 'Which organisations. 机构筛选条件。' })
export class OrganizationFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'In this division or below it. 该区划及其下级。' })
  divisionCode?: string | null;

  @Field(() => [OrganizationKind], { nullable: true, description: 'Of one of these kinds. 机构类别（任一）。' })
  kinds?: OrganizationKind[] | null;

  @Field(() => ID, { nullable: true, description: 'Directly under this organisation. 隶属机构。' })
  parentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Stations of this county department. 派出部门。' })
  dispatchedById?: string | null;

  @Field(() => String, { nullable: true, description: 'Text that the name contains. 名称包含的文字。' })
  search?: string | null;
}

export enum OrganizationOrder {
  PLACE = 'PLACE',
  NAME = 'NAME',
}

describeEnum(
  OrganizationOrder,
  'OrganizationOrder',
  { en: 'Order of organizations', zh: '机构排序' },
  {
    PLACE: { en: 'By division, then by standing', zh: '按区划及机构次序' },
    NAME: { en: 'By name', zh: '按名称' },
  },
);

/** Which rows, and in which order. */
export type OrganizationQuery = OrganizationFilter & { readonly orderBy: OrganizationOrder };

@ArgsType()
export class OrganizationListArgs extends PageArgs {
  @Field(() => OrganizationFilter, { nullable: true, description: 'Which organisations. 筛选条件。' })
  filter?: OrganizationFilter | null;

  @Field(() => OrganizationOrder, { defaultValue: OrganizationOrder.PLACE, description: 'In which order. 排序。' })
  orderBy!: OrganizationOrder;
}

@InputType({ description: 'A new organisation. 登记机构。' })
export class RegisterOrganizationInput extends CommandInput {
  @Field(() => String, { description: 'Official full name, 2 to 100 characters. 机构全称（2–100 字）。' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Short name. 简称。' })
  shortName?: string | null;

  @Field(() => OrganizationKind, { description: 'What it is. 机构类别。' })
  kind!: OrganizationKind;

  @Field(() => DivisionCodeScalar, { description: 'The division it belongs to. 所在区划。' })
  divisionCode!: string;

  @Field(() => CreditCodeScalar, {
    nullable: true,
    description: 'Unified social credit code; only offices, stations and coordination bodies have none. 统一社会信用代码。',
  })
  creditCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'The organisation it is under. 隶属机构。' })
  parentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For a station: the county department it belongs to. 派出部门。' })
  dispatchedById?: string | null;
}

@ObjectType({ description: 'The registered organisation. 登记结果。' })
export class RegisterOrganizationPayload {
  @Field(() => Organization, { description: 'As stored. 登记后的机构。' })
  organization!: Organization;
}

@InputType({ description: 'A station that joins a functional centre, or leaves it. 站所划入功能中心。' })
export class AssignStationInput extends CommandInput {
  @Field(() => ID, { description: 'The station. 站所。' })
  stationId!: string;

  @Field(() => ID, { nullable: true, description: 'The functional centre; null takes the station out. 功能中心，空表示划出。' })
  functionalCenterId?: string | null;

  @Field(() => Int, { description: 'The version that was read. 读取时的版本号。' })
  expectedVersion!: number;
}

@ObjectType({ description: 'The assigned station. 划入结果。' })
export class AssignStationPayload {
  @Field(() => Organization, { description: 'The station as it is now. 划入后的站所。' })
  station!: Organization;
}
