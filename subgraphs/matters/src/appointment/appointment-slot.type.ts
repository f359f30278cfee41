import { Field, Int, ObjectType } from 'type-graphql';

/** A slot as those who want to book see it: no row of its own, but what opening hours, plan and bookings make of a day. */
@ObjectType({ description: 'A slot for appointments at a service point. 预约时段。' })
export class AppointmentSlot {
  @Field(() => String, { description: 'Begins, HH:MM, Asia/Shanghai: what `bookAppointment` calls it by. 开始时间，预约时填写。' })
  readonly slot!: string;

  @Field(() => String, { description: 'Ends, HH:MM. 结束时间。' })
  readonly ends!: string;

  @Field(() => Int, { description: 'How many it takes. 可预约总数。' })
  readonly capacity!: number;

  @Field(() => Int, { description: 'How many are left. 剩余数。' })
  readonly left!: number;

  @Field(() => Boolean, {
    description: 'Whether one can book it now: something is left, it has not begun, and it is not too far ahead. 当前是否可预约。',
  })
  readonly isBookable!: boolean;
}
