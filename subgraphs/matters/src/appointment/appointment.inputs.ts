import { CommandInput } from '@township-graph/shared/command/command-input';
import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { describeEnum } from '@township-graph/shared/described-enum';
import { DateScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { QueueTicket } from '../queue/queue-ticket.entity';
import { Appointment } from './appointment.entity';
import { AppointmentState } from './appointment.enums';

export const AppointmentConnection = connectionOf(Appointment, 'Appointment', '预约');

export enum AppointmentOrder {
  TIME = 'TIME',
  NEWEST = 'NEWEST',
}

describeEnum(
  AppointmentOrder,
  'AppointmentOrder',
  { en: 'Order of appointments', zh: '预约排序' },
  { TIME: { en: 'By slot', zh: '按预约时段' }, NEWEST: { en: 'Last slot first', zh: '按预约时段倒序' } },
);

@InputType({ description: 'Which appointments; all conditions apply together. 预约筛选条件。' })
export class AppointmentFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'In this division or below it. 该区划及其下级。' })
  divisionCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'At this service point. 服务点。' })
  servicePointId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'On this day. 预约日期。' })
  day?: string | null;

  @Field(() => [AppointmentState], { nullable: true, description: 'In one of these states. 状态（任一）。' })
  state?: AppointmentState[] | null;

  @Field(() => ID, { nullable: true, description: 'About this matter. 事项。' })
  matterId?: string | null;
}

@ArgsType()
export class AppointmentListArgs extends PageArgs {
  @Field(() => AppointmentFilter, { nullable: true, description: 'Which appointments. 筛选条件。' })
  filter?: AppointmentFilter | null;

  @Field(() => AppointmentOrder, { defaultValue: AppointmentOrder.TIME, description: 'In which order. 排序。' })
  orderBy!: AppointmentOrder;
}

@InputType({ description: 'Somebody who wants to come. 预约申请。' })
export class BookAppointmentInput extends CommandInput {
  @Field(() => ID, { description: 'Where. 服务点。' })
  servicePointId!: string;

  @Field(() => DateScalar, { description: 'Day; a working day. 预约日期（工作日）。' })
  day!: string;

  @Field(() => String, { description: 'Beginning of a slot of that day, HH:MM. 时段开始时间。' })
  slot!: string;

  @Field(() => String, { description: 'Name of who comes. 预约人姓名。' })
  visitorName!: string;

  @Field(() => String, { description: 'Telephone of who comes. 预约人电话。' })
  visitorPhone!: string;

  @Field(() => ID, { nullable: true, description: 'What about: a matter handled there on that day. 办理事项（当日在该服务点办理）。' })
  matterId?: string | null;
}

/** What every command on one appointment is given. */
@InputType({ description: 'An appointment, as it was read. 指定预约。' })
abstract class AppointmentInput extends CommandInput {
  @Field(() => ID, { description: 'The appointment. 预约标识。' })
  appointmentId!: string;

  @Field(() => Int, { description: 'The version that was read. 读取时的版本号。' })
  expectedVersion!: number;
}

@InputType({ description: 'An appointment that is called off. 取消预约。' })
export class CancelAppointmentInput extends AppointmentInput {}

@InputType({ description: 'Somebody with an appointment who has come. 预约签到。' })
export class CheckInAppointmentInput extends AppointmentInput {}

@InputType({ description: 'Somebody with an appointment who did not come. 标记爽约。' })
export class MarkAppointmentNoShowInput extends AppointmentInput {}

@InputType({ description: 'How many appointments one slot takes. 设置单个时段容量。' })
export class SetSlotCapacityInput extends CommandInput {
  @Field(() => ID, { description: 'Where. 服务点。' })
  servicePointId!: string;

  @Field(() => DateScalar, { description: 'Day. 日期。' })
  day!: string;

  @Field(() => String, { description: 'Beginning of the slot, HH:MM. 时段开始时间。' })
  slot!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Appointments in it, no fewer than are booked; null for what the service point takes. 可预约数（不少于已预约数），空表示沿用服务点规则。',
  })
  capacity?: number | null;
}

@ObjectType({ description: 'The appointment, and the number for it. 签到结果。' })
export class CheckInAppointmentPayload {
  @Field(() => Appointment, { description: 'As it is now. 签到后的预约。' })
  appointment!: Appointment;

  @Field(() => QueueTicket, { description: 'The number, called before those without an appointment. 优先叫号的排队号。' })
  ticket!: QueueTicket;
}
