import { DateScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { TrainingResult } from './training.enums';

/** A training that somebody has had. It happened; nothing changes it. */
@Entity('training')
@ObjectType({ description: 'Training that a member of staff has had. 培训记录。' })
@Directive('@key(fields: "id")')
export class Training {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly staffMemberId!: string;

  /** Where they served when it was recorded. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => String, { description: 'What it was about. 培训内容。' })
  @Column({ type: 'varchar' })
  readonly subject!: string;

  @Field(() => String, { nullable: true, description: 'Who gave it. 培训单位。' })
  @Column({ type: 'varchar', nullable: true })
  readonly provider!: string | null;

  @Field(() => Int, { description: 'Hours. 学时。' })
  @Column({ type: 'int' })
  readonly hours!: number;

  @Field(() => DateScalar, { description: 'Last day. 结束日期。' })
  @Column({ type: 'varchar' })
  readonly completedOn!: string;

  @Field(() => TrainingResult, { description: 'What came of it. 培训结果。' })
  @Column({ type: 'varchar' })
  readonly result!: TrainingResult;
}
