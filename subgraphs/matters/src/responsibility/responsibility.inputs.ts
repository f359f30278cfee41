import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { describeEnum } from '@township-graph/shared/described-enum';
import { ExerciseLevel } from '@township-graph/shared/implementation-code';
import { DateScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { CleanUpOutcome, DutyClass, ResponsibilityListKind, ResponsibilityListState } from './responsibility.enums';
import { ResponsibilityItem } from './responsibility-item.entity';
import { ResponsibilityList } from './responsibility-list.entity';

export const ResponsibilityListConnection = connectionOf(ResponsibilityList, 'ResponsibilityList', '权责（责任）清单');
export const ResponsibilityItemConnection = connectionOf(ResponsibilityItem, 'ResponsibilityItem', '清单事项');

export enum ResponsibilityListOrder {
  PLACE = 'PLACE',
  TITLE = 'TITLE',
}

describeEnum(
  ResponsibilityListOrder,
  'ResponsibilityListOrder',
  { en: 'Order of responsibility lists', zh: '清单排序' },
  { PLACE: { en: 'By division, then kind', zh: '按区划、清单类型' }, TITLE: { en: 'By title', zh: '按清单名称' } },
);

export enum ResponsibilityItemOrder {
  SERIAL = 'SERIAL',
  NAME = 'NAME',
}

describeEnum(
  ResponsibilityItemOrder,
  'ResponsibilityItemOrder',
  { en: 'Order of items of responsibility lists', zh: '清单事项排序' },
  { SERIAL: { en: 'By division and list, as numbered there', zh: '按区划、清单及序号' }, NAME: { en: 'By name', zh: '按事项名称' } },
);

@InputType({ description: 'Which lists; all conditions apply together. 清单筛选条件。' })
export class ResponsibilityListFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'Of this division or one below it. 该区划及其下级。' })
  divisionCode?: string | null;

  @Field(() => [ResponsibilityListKind], { nullable: true, description: 'Of one of these kinds. 清单类型（任一）。' })
  kind?: ResponsibilityListKind[] | null;

  @Field(() => [ExerciseLevel], { nullable: true, description: 'For one of these levels. 适用层级（任一）。' })
  level?: ExerciseLevel[] | null;

  @Field(() => [ResponsibilityListState], {
    nullable: true,
    description: 'In one of these states; PUBLISHED when absent. 状态（任一），默认已公布。',
  })
  state?: ResponsibilityListState[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'Published by this day. 该日已公布。' })
  asOf?: string | null;
}

@ArgsType()
export class ResponsibilityListArgs extends PageArgs {
  @Field(() => ResponsibilityListFilter, { nullable: true, description: 'Which lists. 筛选条件。' })
  filter?: ResponsibilityListFilter | null;

  @Field(() => ResponsibilityListOrder, { defaultValue: ResponsibilityListOrder.PLACE, description: 'In which order. 排序。' })
  orderBy!: ResponsibilityListOrder;
}

@InputType({ description: 'Which items; all conditions apply together. 清单事项筛选条件。' })
export class ResponsibilityItemFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'In lists of this division or one below it. 该区划及其下级的清单。' })
  divisionCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'In this list. 所属清单。' })
  listId?: string | null;

  @Field(() => [ResponsibilityListKind], { nullable: true, description: 'In lists of one of these kinds. 清单类型（任一）。' })
  kind?: ResponsibilityListKind[] | null;

  @Field(() => [DutyClass], { nullable: true, description: 'Of one of these classes. 履职事项分类（任一）。' })
  dutyClass?: DutyClass[] | null;

  @Field(() => [CleanUpOutcome], { nullable: true, description: 'With one of these outcomes. 清理结果（任一）。' })
  outcome?: CleanUpOutcome[] | null;

  @Field(() => [ResponsibilityListState], {
    nullable: true,
    description:
      'In lists of one of these states; when absent PUBLISHED, or of any where the list is named. 清单状态（任一），默认已公布；指明清单的不限。',
  })
  state?: ResponsibilityListState[] | null;

  @Field(() => String, { nullable: true, description: 'Text that the name contains. 名称包含的文字。' })
  search?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'As the lists stood on this day; today when absent. 截至该日，默认当天。' })
  asOf?: string | null;
}

@ArgsType()
export class ResponsibilityItemArgs extends PageArgs {
  @Field(() => ResponsibilityItemFilter, { nullable: true, description: 'Which items. 筛选条件。' })
  filter?: ResponsibilityItemFilter | null;

  @Field(() => ResponsibilityItemOrder, { defaultValue: ResponsibilityItemOrder.SERIAL, description: 'In which order. 排序。' })
  orderBy!: ResponsibilityItemOrder;
}
