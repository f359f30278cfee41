import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { describeEnum } from '@township-graph/shared/described-enum';
import { ExerciseLevel } from '@township-graph/shared/implementation-code';
import { CreditCodeScalar, DateScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, InputType } from 'type-graphql';
import { DelegationMode } from '../delegation/delegation.enums';
import { Matter } from './matter.entity';
import { GuideClass, HandlingKind, MatterKind, MatterRank, MatterState, VillageRole } from './matter.enums';
import { MatterSite } from './matter-site.entity';

export const MatterConnection = connectionOf(Matter, 'Matter', '政务服务事项');
export const MatterSiteConnection = connectionOf(MatterSite, 'MatterSite', '事项办理地');

export enum MatterOrder {
  CODE = 'CODE',
  NAME = 'NAME',
  NEWEST = 'NEWEST',
}

describeEnum(
  MatterOrder,
  'MatterOrder',
  { en: 'Order of matters', zh: '事项排序' },
  {
    CODE: { en: 'By implementation code', zh: '按实施编码' },
    NAME: { en: 'By name', zh: '按名称' },
    NEWEST: { en: 'Latest revision first', zh: '按生效日期倒序' },
  },
);

@InputType({ description: 'Which matters; all conditions apply together. 事项筛选条件（同时满足）。' })
export class MatterFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'Handled in this division or below it. 在该区划或其下级办理。' })
  divisionCode?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The catalogue of this day; today when absent, and under a matter the day it was asked for. 截至该日的目录，默认当天（下级事项随上级）。',
  })
  asOf?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words that the name contains, all of them; two Chinese characters are enough. 名称包含的词（空格分隔，同时包含）。',
  })
  search?: string | null;

  @Field(() => String, { nullable: true, description: 'This catalogue item, of all organs. 基本编码。' })
  basicCode?: string | null;

  @Field(() => [MatterKind], { nullable: true, description: 'Of one of these kinds. 事项类型（任一）。' })
  kind?: MatterKind[] | null;

  @Field(() => [ExerciseLevel], { nullable: true, description: 'At one of these levels. 行使层级（任一）。' })
  exerciseLevel?: ExerciseLevel[] | null;

  @Field(() => [HandlingKind], { nullable: true, description: 'Of one of these handling kinds. 办件类型（任一）。' })
  handlingKind?: HandlingKind[] | null;

  @Field(() => [MatterRank], {
    nullable: true,
    description:
      'Of one of these ranks; main items that are headings of others are there only when named. 事项层次（任一），作为标题的主项须指明。',
  })
  rank?: MatterRank[] | null;

  @Field(() => [MatterState], {
    nullable: true,
    description: 'In one of these states; PUBLISHED and SUSPENDED when absent. 事项状态（任一），默认在用和暂停。',
  })
  state?: MatterState[] | null;

  @Field(() => [VillageRole], { nullable: true, description: 'With one of these village roles. 村级办理方式（任一）。' })
  villageRole?: VillageRole[] | null;

  @Field(() => [GuideClass], { nullable: true, description: 'Of one of these guide classes. 办事指南分类（任一）。' })
  guideClass?: GuideClass[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Handled at kiosks, or not. 是否可自助办理。' })
  selfService?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Decided by machine, or not. 是否“秒批”。' })
  instantApproval?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'On one certificate, or not. 是否“一证通办”。' })
  singleCertificate?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whose legal bases were all checked, or not. 设定依据是否均已核对。' })
  basisVerified?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Come down by a published delegation in force, or not. 是否下放事项。' })
  delegated?: boolean | null;

  @Field(() => [DelegationMode], { nullable: true, description: 'Come down in one of these modes. 下放方式（任一）。' })
  delegationMode?: DelegationMode[] | null;

  @Field(() => CreditCodeScalar, { nullable: true, description: 'Guided by this department. 牵头部门。' })
  leadDepartment?: string | null;

  @Field(() => CreditCodeScalar, { nullable: true, description: 'Implemented by this organ. 实施主体。' })
  implementingOrganization?: string | null;
}

@ArgsType()
export class MatterListArgs extends PageArgs {
  @Field(() => MatterFilter, { nullable: true, description: 'Which matters. 筛选条件。' })
  filter?: MatterFilter | null;

  @Field(() => MatterOrder, { defaultValue: MatterOrder.CODE, description: 'In which order. 排序。' })
  orderBy!: MatterOrder;
}

@ArgsType()
export class MatterSiteArgs extends PageArgs {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'In this division or below it. 该区划及其下级。' })
  divisionCode?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'As of this day; when absent the day of the matter, which is today unless it was asked for another. 截至该日，默认随事项的日期（当天）。',
  })
  asOf?: string | null;
}
