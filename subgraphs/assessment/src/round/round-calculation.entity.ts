import { DateTimeScalar } from '@township-graph/shared/scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** All that results were computed from, and what came of it: whoever computes it again gets the same bytes. */
@Entity('round_calculation')
@ObjectType({ description: 'One calculation of a round, that can be made again. 一次计算（可复算）。' })
export class RoundCalculation {
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly roundId!: string;

  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => Int, { description: 'Which calculation, from 1. 第几次计算。' })
  @Column({ type: 'int' })
  readonly number!: number;

  @Field(() => DateTimeScalar, { description: 'When. 计算时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly calculatedAt!: Date;

  @Column({ type: 'text' })
  readonly inputs!: string;

  @Field(() => String, { description: 'SHA-256 of what it was computed from. 计算输入的 SHA-256。' })
  @Column({ type: 'varchar' })
  readonly inputsDigest!: string;

  @Field(() => String, { description: 'SHA-256 of the results. 计算结果的 SHA-256。' })
  @Column({ type: 'varchar' })
  readonly outcomesDigest!: string;
}
