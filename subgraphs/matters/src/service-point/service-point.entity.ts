import { Reads } from '@township-graph/shared/asked-properties';
import { DateScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { ServicePointState, ServicePointTier } from './service-point.enums';

@ObjectType({ description: 'Hours on some days of the week. 开放时间。' })
export class OpeningHours {
  @Field(() => [Int], { description: 'Days of the week, Monday is 1. 星期（1 为周一）。' })
  readonly weekdays!: number[];

  @Field(() => String, { description: 'Opens, HH:MM, Asia/Shanghai. 开始时间。' })
  readonly opens!: string;

  @Field(() => String, { description: 'Closes, HH:MM; 24:00 is midnight. 结束时间。' })
  readonly closes!: string;
}

@ObjectType({ description: 'Hours of one day. 某日开放时段。' })
export class DayHours {
  @Field(() => String, { description: 'Opens, HH:MM, Asia/Shanghai. 开始时间。' })
  readonly opens!: string;

  @Field(() => String, { description: 'Closes, HH:MM; 24:00 is midnight. 结束时间。' })
  readonly closes!: string;
}

@ObjectType({ description: 'Posts at a service point; no person is named. 人员配置。' })
export class ServicePointStaffing {
  @Field(() => Int, { description: 'Directors. 主任（人）。' })
  readonly directors!: number;

  @Field(() => Int, { description: 'Deputies. 副主任（人）。' })
  readonly deputies!: number;

  @Field(() => Int, { description: 'Other staff. 工作人员（人）。' })
  readonly staff!: number;

  @Field(() => Int, { description: 'All together. 合计（人）。' })
  total(): number {
    return this.directors + this.deputies + this.staff;
  }
}

/** A place where people go. Public: its address is what it is for. */
@Entity('service_point')
@ObjectType({ description: 'A place where matters are handled: centre, village point or kiosk. 政务服务点。' })
@Directive('@key(fields: "id")')
export class ServicePoint {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  divisionCode!: string;

  @Field(() => ServicePointTier, { description: 'Tier. 层级。' })
  @Column({ type: 'varchar' })
  tier!: ServicePointTier;

  @Field(() => String, { description: 'Name. 名称。' })
  @Column({ type: 'varchar' })
  name!: string;

  /** What its name is told apart by in the division; null once it is closed, and of one that shared its name before they were. */
  @Column({ type: 'varchar', nullable: true })
  nameInUse!: string | null;

  @Field(() => String, { description: 'Address. 地址。' })
  @Column({ type: 'varchar' })
  address!: string;

  @Field(() => String, { nullable: true, description: 'Telephone. 电话。' })
  @Column({ type: 'varchar', nullable: true })
  phone!: string | null;

  @Field(() => [OpeningHours], {
    description: 'When it is open in an ordinary week; of a certain day tells `hoursOn`. 一般开放时间，某日以 hoursOn 为准。',
  })
  @Column({ type: 'simple-json' })
  openingHours!: OpeningHours[];

  @Field(() => Boolean, { description: 'Open day and night. 是否24小时开放。' })
  @Column({ type: 'boolean' })
  aroundTheClock!: boolean;

  @Field(() => Int, {
    description:
      'Number of windows that it publishes; `serviceWindows` are those that numbers are called to. 公布的窗口数，可叫号的窗口见 serviceWindows。',
  })
  @Column({ type: 'int' })
  windows!: number;

  @Column({ type: 'int' })
  directors!: number;

  @Column({ type: 'int' })
  deputies!: number;

  @Column({ type: 'int' })
  staff!: number;

  @Field(() => Boolean, { description: 'Whether address, telephone and windows are demonstration data. 是否为演示数据。' })
  @Column({ type: 'boolean' })
  isDemonstration!: boolean;

  @Field(() => ServicePointState, { description: 'State. 状态。' })
  @Column({ type: 'varchar' })
  state!: ServicePointState;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day from which on it is closed for good; null while it serves. 撤销日期，服务中为空。',
  })
  @Column({ type: 'varchar', nullable: true })
  closedOn!: string | null;

  @Field(() => Int, { description: 'Version for `expectedVersion`. 版本号。' })
  @Column({ type: 'int' })
  version!: number;

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'The division that it serves. 所属区划。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }

  @Reads('directors', 'deputies', 'staff')
  @Field(() => ServicePointStaffing, { description: 'Posts. 人员配置。' })
  staffing(): ServicePointStaffing {
    const { directors, deputies, staff } = this;
    return Object.assign(new ServicePointStaffing(), { directors, deputies, staff });
  }
}
