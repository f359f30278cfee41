import { DateTimeScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AppealState } from './appeal.enums';

/** An objection to a result, by the one that was appraised. */
@Entity('appraisal_appeal')
@ObjectType('Appeal', { description: 'An objection to a result, by the one that was appraised. 考核申诉。' })
@Directive('@key(fields: "id")')
export class Appeal {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly roundId!: string;

  @Column({ type: 'varchar' })
  readonly resultId!: string;

  /** Where the subject belongs. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  /** Who holds the round decides. */
  @Column({ type: 'varchar' })
  readonly roundDivisionCode!: string;

  @Field(() => String, { description: 'What it objects to. 申诉理由。' })
  @Column({ type: 'text' })
  readonly grounds!: string;

  @Field(() => String, { nullable: true, description: 'What was decided, and why. 复核决定及理由。' })
  @Column({ type: 'text', nullable: true })
  readonly decision!: string | null;

  @Field(() => AppealState, { description: 'State. 状态。' })
  @Column({ type: 'varchar' })
  readonly state!: AppealState;

  @Field(() => Int, { description: 'Version for `expectedVersion`. 版本号。' })
  @Column({ type: 'int' })
  readonly version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was filed. 申诉时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly filedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided. 决定时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  readonly decidedAt!: Date | null;
}
