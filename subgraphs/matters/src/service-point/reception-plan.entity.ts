import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What holds where a service point has no plan of its own. */
const STANDARD = { callsBeforeNoShow: 3, slotMinutes: 60, slotCapacity: 0, horizonDays: 14, held: 0, version: 0 } as const;

/**
 * How a service point receives people. Public, as the hours are. Its row is also what bookings of one point pass by, one
 * after the other: whoever holds it knows capacity and what is booked for certain.
 */
@Entity('reception_plan')
@ObjectType({ description: 'How a service point receives people: calls, slots, capacity. 服务点接待规则。' })
export class ReceptionPlan {
  @PrimaryColumn({ type: 'varchar' })
  readonly servicePointId!: string;

  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => Int, { description: 'How often a number is called before it counts as a no-show. 过号前叫号次数。' })
  @Column({ type: 'int' })
  callsBeforeNoShow!: number;

  @Field(() => Int, { description: 'Length of an appointment slot in minutes. 预约时段长度（分钟）。' })
  @Column({ type: 'int' })
  slotMinutes!: number;

  @Field(() => Int, { description: 'Appointments in one slot; 0 when none are taken. 每时段可预约数，0 表示不接受预约。' })
  @Column({ type: 'int' })
  slotCapacity!: number;

  @Field(() => Int, { description: 'How many days ahead one may book. 可提前预约的天数。' })
  @Column({ type: 'int' })
  horizonDays!: number;

  /** Counts those that held the row. */
  @Column({ type: 'int' })
  readonly held!: number;

  @Field(() => Int, {
    description: 'Version for `expectedVersion`; 0 while the standard rules hold. 版本号，0 表示沿用通用规则。',
  })
  @Column({ type: 'int' })
  version!: number;

  static standard(servicePointId: string, divisionCode: string): ReceptionPlan {
    return Object.assign(new ReceptionPlan(), STANDARD, { servicePointId, divisionCode });
  }
}
