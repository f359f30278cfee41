import { DateTimeScalar, DecimalScalar } from '@township-graph/shared/scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AdjustmentKind } from './round.enums';

/** Points added to a subject, or taken off; or what decides by itself. */
@Entity('round_adjustment')
@ObjectType({ description: 'Points added, points taken off, or a veto. 加分、减分或一票否决。' })
export class RoundAdjustment {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly roundId!: string;

  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Column({ type: 'varchar' })
  readonly roundSubjectId!: string;

  @Field(() => AdjustmentKind, { description: 'Kind. 类别。' })
  @Column({ type: 'varchar' })
  readonly kind!: AdjustmentKind;

  @Field(() => String, { description: 'Code in the scheme. 方案中的代码。' })
  @Column({ type: 'varchar' })
  readonly code!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Points; null for a veto. 分值（否决为空）。' })
  @Column({ type: 'varchar', nullable: true })
  readonly points!: string | null;

  @Field(() => String, { description: 'Why, with the document. 事由及依据。' })
  @Column({ type: 'varchar' })
  readonly reason!: string;

  @Field(() => DateTimeScalar, { description: 'When it was recorded. 登记时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly recordedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was withdrawn: from then on it counts no more. 撤销时间（撤销后不再计入）。',
  })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  readonly withdrawnAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was withdrawn. 撤销理由。' })
  @Column({ type: 'varchar', nullable: true })
  readonly withdrawReason!: string | null;
}
