import { CommandInput } from '@township-graph/shared/command/command-input';
import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { describeEnum } from '@township-graph/shared/described-enum';
import { DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { ServicePoint } from './service-point.entity';
import { ServicePointState, ServicePointTier } from './service-point.enums';

export const ServicePointConnection = connectionOf(ServicePoint, 'ServicePoint', '政务服务点');

export enum ServicePointOrder {
  PLACE = 'PLACE',
  NAME = 'NAME',
}

describeEnum(
  ServicePointOrder,
  'ServicePointOrder',
  { en: 'Order of service points', zh: '服务点排序' },
  { PLACE: { en: 'By division, then tier', zh: '按区划、层级' }, NAME: { en: 'By name', zh: '按名称' } },
);

@InputType({ description: 'Which service points; all conditions apply together. 服务点筛选条件。' })
export class ServicePointFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'In this division or below it. 该区划及其下级。' })
  divisionCode?: string | null;

  @Field(() => [ServicePointTier], { nullable: true, description: 'Of one of these tiers. 层级（任一）。' })
  tier?: ServicePointTier[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Open day and night, or not. 是否24小时开放。' })
  aroundTheClock?: boolean | null;

  @Field(() => [ServicePointState], {
    nullable: true,
    description: 'In one of these states; those in service when absent. 状态（任一），缺省为服务中。',
  })
  state?: ServicePointState[] | null;

  @Field(() => String, { nullable: true, description: 'Text that the name or address contains. 名称或地址包含的文字。' })
  search?: string | null;
}

@ArgsType()
export class ServicePointListArgs extends PageArgs {
  @Field(() => ServicePointFilter, { nullable: true, description: 'Which service points. 筛选条件。' })
  filter?: ServicePointFilter | null;

  @Field(() => ServicePointOrder, { defaultValue: ServicePointOrder.PLACE, description: 'In which order. 排序。' })
  orderBy!: ServicePointOrder;
}

@InputType({ description: 'Hours on some days of the week. 开放时间。' })
export class OpeningHoursInput {
  @Field(() => [Int], { description: 'Days of the week, each once, Monday is 1. 星期（1 为周一），不重复。' })
  weekdays!: number[];

  @Field(() => String, { description: 'Opens, HH:MM, Asia/Shanghai. 开始时间。' })
  opens!: string;

  @Field(() => String, { description: 'Closes, HH:MM, 24:00 at the latest. 结束时间，至多 24:00。' })
  closes!: string;
}

const HOURS = {
  nullable: true,
  description: 'When it is open in an ordinary week; left out where it is open day and night. 一般开放时间，24 小时开放的不填。',
} as const;
const PHONE = { nullable: true, description: 'Telephone, 30 characters at most; "" for none. 电话（至多 30 字），空串表示无。' } as const;

@InputType({ description: 'A new service point. 新设服务点。' })
export class RegisterServicePointInput extends CommandInput {
  @Field(() => DivisionCodeScalar, {
    description: 'The division that it serves: a county, township or village as its tier says; of a kiosk any. 所属区划，与层级相符。',
  })
  divisionCode!: string;

  @Field(() => ServicePointTier, { description: 'Tier. 层级。' })
  tier!: ServicePointTier;

  @Field(() => String, { description: 'Name, 1 to 100 characters. 名称（1–100 字）。' })
  name!: string;

  @Field(() => String, { description: 'Address, 1 to 200 characters. 地址（1–200 字）。' })
  address!: string;

  @Field(() => String, PHONE)
  phone?: string | null;

  @Field(() => [OpeningHoursInput], HOURS)
  openingHours?: OpeningHoursInput[] | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Open day and night: kiosks only. 是否 24 小时开放（仅自助终端）。' })
  aroundTheClock!: boolean;

  @Field(() => Int, { defaultValue: 0, description: 'Number of windows that it publishes, 0 to 999. 公布的窗口数（0–999）。' })
  windows!: number;

  @Field(() => Int, { defaultValue: 0, description: 'Directors, 0 to 10,000. 主任（人）。' })
  directors!: number;

  @Field(() => Int, { defaultValue: 0, description: 'Deputies, 0 to 10,000. 副主任（人）。' })
  deputies!: number;

  @Field(() => Int, { defaultValue: 0, description: 'Other staff, 0 to 10,000. 工作人员（人）。' })
  staff!: number;
}

/** What every command on one service point is given. */
@InputType({ description: 'A service point, as it was read. 指定服务点。' })
abstract class ServicePointInput extends CommandInput {
  @Field(() => ID, { description: 'The service point. 服务点标识。' })
  servicePointId!: string;

  @Field(() => Int, { description: 'The version that was read. 读取时的版本号。' })
  expectedVersion!: number;
}

@InputType({ description: 'What is to change of a service point. 变更服务点。' })
export class ChangeServicePointInput extends ServicePointInput {
  @Field(() => ServicePointTier, { nullable: true, description: 'Tier; as it is when absent. 层级，缺省不变。' })
  tier?: ServicePointTier | null;

  @Field(() => String, { nullable: true, description: 'Name, 1 to 100 characters; as it is when absent. 名称，缺省不变。' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Address, 1 to 200 characters; as it is when absent. 地址，缺省不变。' })
  address?: string | null;

  @Field(() => String, PHONE)
  phone?: string | null;

  @Field(() => [OpeningHoursInput], {
    nullable: true,
    description:
      'When it is open in an ordinary week; needed where it is no longer open day and night; as it is when absent. 一般开放时间，缺省不变。',
  })
  openingHours?: OpeningHoursInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Open day and night: kiosks only; as it is when absent. 是否24小时开放（仅自助终端），缺省不变。',
  })
  aroundTheClock?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Number of windows that it publishes; as it is when absent. 公布的窗口数，缺省不变。' })
  windows?: number | null;

  @Field(() => Int, { nullable: true, description: 'Directors; as it is when absent. 主任（人），缺省不变。' })
  directors?: number | null;

  @Field(() => Int, { nullable: true, description: 'Deputies; as it is when absent. 副主任（人），缺省不变。' })
  deputies?: number | null;

  @Field(() => Int, { nullable: true, description: 'Other staff; as it is when absent. 工作人员（人），缺省不变。' })
  staff?: number | null;
}

@InputType({ description: 'A service point that closes for good. 撤销服务点。' })
export class CloseServicePointInput extends ServicePointInput {
  @Field(() => String, { description: 'Why, 1 to 400 characters. 理由（1–400 字）。' })
  reason!: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'Each number of today that still waits or was called: it is cancelled. 逐一列明需取消的等候号（含已叫号）。',
  })
  cancelNumbers?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Each appointment that is booked and not over: it is cancelled. 逐一列明需取消的预约。',
  })
  cancelAppointments?: string[] | null;
}
