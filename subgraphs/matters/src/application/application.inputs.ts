import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { DeadlineLight } from '@township-graph/shared/deadlines/deadline.enums';
import { describeEnum } from '@township-graph/shared/described-enum';
import { DateScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { HandlingKind } from '../matter/matter.enums';
import { Application } from './application.entity';
import { ApplicationChannel, ApplicationState, DeliveryMethod, HandlerTier } from './application.enums';

export const ApplicationConnection = connectionOf(Application, 'Application', '办件');

export enum ApplicationOrder {
  NEWEST = 'NEWEST',
  DUE = 'DUE',
}

describeEnum(
  ApplicationOrder,
  'ApplicationOrder',
  { en: 'Order of applications', zh: '办件排序' },
  {
    NEWEST: { en: 'Latest first', zh: '按申请日期倒序' },
    DUE: { en: 'Due first; only those whose time runs', zh: '按承诺办结时间（仅计时中的）' },
  },
);

@InputType({ description: 'Days from one up to, and without, another. 日期范围（含起不含止）。' })
export class DayRange {
  @Field(() => DateScalar, { nullable: true, description: 'First day; open when absent. 起始日期（含）。' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day that no longer counts; open when absent. 截止日期（不含）。' })
  to?: string | null;
}

@InputType({ description: 'Which applications; all conditions apply together. 办件筛选条件。' })
export class ApplicationFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'Taken in there or below. 受理地及其下级。' })
  divisionCode?: string | null;

  @Field(() => [ApplicationState], { nullable: true, description: 'In one of these states. 状态（任一）。' })
  state?: ApplicationState[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether somebody still has to do something about it. 是否在办。' })
  isOpen?: boolean | null;

  @Field(() => [ApplicationChannel], { nullable: true, description: 'Come by one of these channels. 渠道（任一）。' })
  channel?: ApplicationChannel[] | null;

  @Field(() => [HandlingKind], { nullable: true, description: 'Of one of these kinds. 办件类型（任一）。' })
  handlingKind?: HandlingKind[] | null;

  @Field(() => [HandlerTier], { nullable: true, description: 'Lying at one of these tiers now. 当前办理层级（任一）。' })
  handlerTier?: HandlerTier[] | null;

  @Field(() => ID, { nullable: true, description: 'For this matter. 事项标识。' })
  matterId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Taken in at this service point. 受理服务点标识。' })
  servicePointId?: string | null;

  @Field(() => DayRange, { nullable: true, description: 'Begun on these days. 申请日期范围。' })
  openedOn?: DayRange | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether its promised time has passed with nothing decided. 是否超期未办结。' })
  isOverdue?: boolean | null;

  @Field(() => [DeadlineLight], { nullable: true, description: 'Whose promise shows one of these lights. 承诺时限亮灯（任一）。' })
  light?: DeadlineLight[] | null;

  @Field(() => [DeliveryMethod], {
    nullable: true,
    description: 'Whose result reached the applicant in one of these ways. 送达方式（任一）。',
  })
  deliveryMethod?: DeliveryMethod[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Internal ones of villages and offices, or those of citizens. 是否基层内部办事。' })
  isInternal?: boolean | null;
}

@ArgsType()
export class ApplicationListArgs extends PageArgs {
  @Field(() => ApplicationFilter, { nullable: true, description: 'Which applications. 筛选条件。' })
  filter?: ApplicationFilter | null;

  @Field(() => ApplicationOrder, { defaultValue: ApplicationOrder.NEWEST, description: 'In which order. 排序。' })
  orderBy!: ApplicationOrder;
}
