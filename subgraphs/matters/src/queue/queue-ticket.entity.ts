import { Personal } from '@township-graph/shared/personal-data';
import { DateScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MatterKind } from '../matter/matter.enums';
import { TicketState } from './queue-ticket.enums';

/** A number that somebody holds. Never public: it leads to a person. */
@Entity('queue_ticket')
@ObjectType({ description: 'A number in the queue of a service point. 排队号。' })
@Directive('@key(fields: "id")')
export class QueueTicket {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly servicePointId!: string;

  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => DateScalar, { description: 'The day it holds. 有效日期。' })
  @Column({ type: 'varchar' })
  readonly day!: string;

  /** The letter of its series. */
  @Column({ type: 'varchar' })
  readonly category!: string;

  @Column({ type: 'int' })
  readonly sequence!: number;

  @Field(() => String, {
    description:
      'As it is printed and called: a letter and a number, without gaps a day, service point and letter; Y is by appointment. 号码，如 A001。',
  })
  @Column({ type: 'varchar' })
  readonly number!: string;

  /** The greater is called first. */
  @Column({ type: 'int' })
  readonly priority!: number;

  /** Where it stands among those of its priority; kept when it is transferred. */
  @Column({ type: 'int' })
  readonly place!: number;

  @Field(() => MatterKind, { nullable: true, description: 'What it is about; null when that is open. 办理的事项类型。' })
  @Column({ type: 'varchar', nullable: true })
  readonly kind!: MatterKind | null;

  @Field(() => TicketState, { description: 'State. 状态。' })
  @Column({ type: 'varchar' })
  state!: TicketState;

  /** The window that called it, or that it waits for. */
  @Column({ type: 'varchar', nullable: true })
  windowId!: string | null;

  @Field(() => String, { nullable: true, description: 'Subject of the clerk who called it last. 最后叫号的工作人员账号。' })
  @Column({ type: 'varchar', nullable: true })
  clerk!: string | null;

  @Field(() => Int, { description: 'How often it was called to its window. 叫号次数。' })
  @Column({ type: 'int' })
  callCount!: number;

  @Personal('NAME')
  @Field(() => String, { nullable: true, description: 'Name of who holds it, masked. 取号人姓名（脱敏）。' })
  @Column({ type: 'varchar', nullable: true })
  readonly visitorName!: string | null;

  @Personal('PHONE')
  @Field(() => String, { nullable: true, description: 'Telephone of who holds it, masked. 取号人电话（脱敏）。' })
  @Column({ type: 'varchar', nullable: true })
  readonly visitorPhone!: string | null;

  @Column({ type: 'varchar', nullable: true })
  readonly appointmentId!: string | null;

  @Field(() => Date, { description: 'When it was taken. 取号时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly takenAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was last called. 最近叫号时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  calledAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When serving began. 开始办理时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  servingAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was served, missed, given back or expired. 结束时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  endedAt!: Date | null;

  @Field(() => Int, { description: 'Version for `expectedVersion`. 版本号。' })
  @Column({ type: 'int' })
  version!: number;
}
