import { Personal } from '@township-graph/shared/personal-data';
import { DateScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AppointmentState } from './appointment.enums';

/** Somebody will come. Never public: it says who, and where they will be. */
@Entity('appointment')
@ObjectType({ description: 'An appointment at a service point. 预约。' })
@Directive('@key(fields: "id")')
export class Appointment {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly servicePointId!: string;

  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => DateScalar, { description: 'Day. 预约日期。' })
  @Column({ type: 'varchar' })
  readonly day!: string;

  @Field(() => String, { description: 'Beginning of its slot, HH:MM, Asia/Shanghai. 预约时段开始时间。' })
  @Column({ type: 'varchar' })
  readonly slot!: string;

  @Field(() => Date, { description: 'When its slot begins. 时段开始。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly startsAt!: Date;

  @Field(() => Date, { description: 'When its slot ends. 时段结束。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly endsAt!: Date;

  @Column({ type: 'varchar', nullable: true })
  readonly matterId!: string | null;

  @Field(() => AppointmentState, { description: 'State. 状态。' })
  @Column({ type: 'varchar' })
  state!: AppointmentState;

  @Personal('NAME')
  @Field(() => String, { description: 'Name of who comes, masked. 预约人姓名（脱敏）。' })
  @Column({ type: 'varchar' })
  readonly visitorName!: string;

  @Personal('PHONE')
  @Field(() => String, { description: 'Telephone of who comes, masked. 预约人电话（脱敏）。' })
  @Column({ type: 'varchar' })
  readonly visitorPhone!: string;

  /** A digest of who comes, so that nobody is twice in a slot; null when the place is given back. */
  @Column({ type: 'varchar', nullable: true })
  holder!: string | null;

  @Field(() => Date, { description: 'When it was booked. 预约时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly bookedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When they checked in. 签到时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  checkedInAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was served, missed, called off or expired. 结束时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  endedAt!: Date | null;

  @Field(() => Int, { description: 'Version for `expectedVersion`. 版本号。' })
  @Column({ type: 'int' })
  version!: number;
}
