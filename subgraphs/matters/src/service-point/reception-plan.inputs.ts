import { CommandInput } from '@township-graph/shared/command/command-input';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'How many appointments a service point takes. 设置预约容量。' })
export class SetAppointmentCapacityInput extends CommandInput {
  @Field(() => ID, { description: 'Where. 服务点。' })
  servicePointId!: string;

  @Field(() => Int, {
    description: 'Appointments in one slot, 0 to 1000; what is booked already stands. 每时段可预约数（0–1000），已有预约不受影响。',
  })
  capacity!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Length of a slot, 5 to 480 minutes; as it is when absent, and while there are bookings ahead. 时段长度（5–480 分钟），缺省不变。',
  })
  slotMinutes?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many days ahead one may book, 1 to 90; as it is when absent. 可提前预约的天数（1–90），缺省不变。',
  })
  horizonDays?: number | null;

  @Field(() => Int, { description: 'The version of `reception` that was read; 0 the first time. 读取时 reception 的版本号，首次为 0。' })
  expectedVersion!: number;
}

@InputType({ description: 'How numbers are called at a service point. 设置叫号规则。' })
export class SetQueueRulesInput extends CommandInput {
  @Field(() => ID, { description: 'Where. 服务点。' })
  servicePointId!: string;

  @Field(() => Int, { description: 'How often a number is called before it counts as a no-show, 1 to 10. 过号前叫号次数（1–10）。' })
  callsBeforeNoShow!: number;

  @Field(() => Int, { description: 'The version of `reception` that was read; 0 the first time. 读取时 reception 的版本号，首次为 0。' })
  expectedVersion!: number;
}
