import { DateTimeScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CaseRecord } from '../case/case-record.entity';

/** A hearing (行政处罚法§63–65). */
@Entity('case_hearing')
@ObjectType('CaseHearing', { description: 'A hearing (行政处罚法 §63–65). 听证。' })
export class Hearing extends CaseRecord {
  @Column({ type: 'varchar', nullable: true })
  readonly hostId!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was asked for. 申请时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly requestedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When time and place were told. 通知时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  readonly toldAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it is held. 举行时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  readonly heldAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Where. 地点。' })
  @Column({ type: 'varchar', nullable: true })
  readonly place!: string | null;

  @Field(() => Boolean, { description: 'Whether it is public; not where a secret or private matter forbids it. 是否公开举行。' })
  @Column({ type: 'boolean' })
  readonly isPublic!: boolean;

  @Field(() => String, { nullable: true, description: 'Record of the hearing. 听证笔录。' })
  @Column({ type: 'varchar', nullable: true })
  readonly record!: string | null;

  @Field(() => String, { nullable: true, description: 'Report of the host. 听证报告。' })
  @Column({ type: 'varchar', nullable: true })
  readonly report!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the party stayed away or left (§64(6)). 当事人是否视为放弃。' })
  @Column({ type: 'boolean', nullable: true })
  readonly isAbandoned!: boolean | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was over. 结束时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  readonly closedAt!: Date | null;
}
